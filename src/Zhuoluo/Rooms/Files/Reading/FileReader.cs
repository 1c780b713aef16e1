using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Files.Reading;

/// <summary>
/// Tells by the first bytes what a file is and hands it to the reader of that kind. The readers take a file apart, look at its size in
/// pixels before anything else, and put together again only the parts they know; nothing is ever unpacked here.
/// </summary>
internal static class FileReader
{
    private static readonly string[] _heicBrands = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis"];

    public static Outcome<ReadFile> Read(byte[] data)
    {
        if (data.Length == 0)
        {
            return new FileDamaged();
        }
        if (data.Length > FileLimits.MostBytes)
        {
            return new FileTooHeavy(FileLimits.MostMegabytes);
        }
        return StartsWith(data, [0xFF, 0xD8, 0xFF]) ? JpegFile.Read(data)
            : StartsWith(data, PngFile.Signature) ? PngFile.Read(data)
            : data.Length >= 12 && StartsWith(data, "RIFF"u8) && data.AsSpan(8, 4).SequenceEqual("WEBP"u8) ? WebPFile.Read(data)
            : StartsWith(data, "%PDF-"u8) ? PdfFile.Read(data)
            : IsHeic(data) ? new HeicNotTaken()
            : new FileKindNotTaken();
    }

    /// <summary>Null when the picture may be shown; the header's word is enough to refuse one that would unpack to too much.</summary>
    public static Refusal? TooLarge(int width, int height) =>
        width <= 0 || height <= 0 ? new FileDamaged()
        : width > FileLimits.LongestSide || height > FileLimits.LongestSide || (long)width * height > FileLimits.MostPixels
            ? new PictureTooLarge((int)(FileLimits.MostPixels / 1_000_000))
            : null;

    private static bool StartsWith(byte[] data, ReadOnlySpan<byte> sign) => data.AsSpan().StartsWith(sign);

    private static bool IsHeic(byte[] data) => data.Length >= 12 && data.AsSpan(4, 4).SequenceEqual("ftyp"u8)
        && _heicBrands.Contains(System.Text.Encoding.ASCII.GetString(data, 8, 4));
}
