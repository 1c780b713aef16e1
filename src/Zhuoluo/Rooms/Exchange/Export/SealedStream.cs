using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>
/// A file under a key: AES-256-GCM in pieces of 64 KB, each bound to its place, the last one marked, so that nothing can be cut off, moved
/// or taken from another file. Piece: last(1) ‖ length(4) ‖ tag(16) ‖ ciphertext; the key is derived from the export's key and the file's
/// name (HKDF), so that the piece's number is a nonce that never comes twice.
/// </summary>
internal sealed class SealedStream : Stream
{
    private const int PieceLength = 1 << 16;
    private const int TagLength = 16;
    private readonly Stream _inner;
    private readonly AesGcm _aes;
    private readonly byte[] _piece = new byte[PieceLength];
    private readonly bool _isWriting;
    private int _filled;
    private int _read;
    private long _number;
    private bool _isLast;

    private SealedStream(Stream inner, byte[] key, string name, bool isWriting)
    {
        (_inner, _isWriting) = (inner, isWriting);
        _aes = new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes(name)), TagLength);
    }

    public static SealedStream Writing(Stream inner, byte[] key, string name) => new(inner, key, name, isWriting: true);

    public static SealedStream Reading(Stream inner, byte[] key, string name) => new(inner, key, name, isWriting: false);

    public override bool CanRead => !_isWriting;
    public override bool CanSeek => false;
    public override bool CanWrite => _isWriting;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (_filled == PieceLength)
            {
                Seal(isLast: false);
            }
            var taken = Math.Min(buffer.Length, PieceLength - _filled);
            buffer[..taken].CopyTo(_piece.AsSpan(_filled));
            _filled += taken;
            buffer = buffer[taken..];
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_read == _filled && !_isLast)
        {
            Open();
        }
        var taken = Math.Min(buffer.Length, _filled - _read);
        _piece.AsSpan(_read, taken).CopyTo(buffer);
        _read += taken;
        return taken;
    }

    public override void Flush()
    {
        // A piece is sealed when it is full or the last.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            if (_isWriting && !_isLast)
            {
                Seal(isLast: true);
            }
            _aes.Dispose();
            _inner.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Seal(bool isLast)
    {
        Span<byte> head = stackalloc byte[5 + TagLength];
        head[0] = isLast ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], _filled);
        var cipher = new byte[_filled];
        _aes.Encrypt(Nonce(), _piece.AsSpan(0, _filled), cipher, head[5..], head[..5]);
        _inner.Write(head);
        _inner.Write(cipher);
        (_filled, _isLast) = (0, isLast);
    }

    private void Open()
    {
        Span<byte> head = stackalloc byte[5 + TagLength];
        if (_inner.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            throw new CryptographicException("The file ends before its last piece.");
        }
        var length = BinaryPrimitives.ReadInt32BigEndian(head[1..]);
        if (length is < 0 or > PieceLength)
        {
            throw new CryptographicException("Not a sealed file.");
        }
        var cipher = new byte[length];
        _inner.ReadExactly(cipher);
        _aes.Decrypt(Nonce(), cipher, head[5..], _piece.AsSpan(0, length), head[..5]);
        (_filled, _read, _isLast) = (length, 0, head[0] == 1);
    }

    private byte[] Nonce()
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(4), _number++);
        return nonce;
    }
}
