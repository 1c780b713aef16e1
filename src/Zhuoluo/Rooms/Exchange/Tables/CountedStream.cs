namespace Zhuoluo.Rooms.Exchange.Tables;

/// <summary>Stops unpacking when a part grows beyond its limits, however small the archive claims it to be.</summary>
internal sealed class CountedStream(Stream inner, long packed, TableLimits limits) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }

    private int Count(int bytes)
    {
        _read += bytes;
        if (_read > limits.PartBytes || _read > limits.RatioFrom && _read / Math.Max(packed, 1) > limits.Ratio)
        {
            throw new UnreadableTable("too_large");
        }
        return bytes;
    }
}
