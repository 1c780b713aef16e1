namespace Zhuoluo.Rooms.Files;

/// <summary>What may be kept, told by its content and never by its name. Numbers are stored; never renumber.</summary>
internal enum FileKind { Jpeg = 1, Png = 2, WebP = 3, Pdf = 4 }

internal static class FileKinds
{
    public static bool IsPicture(this FileKind kind) => kind != FileKind.Pdf;

    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.WebP => "image/webp",
        _ => "application/pdf",
    };

    public static string Ending(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => "jpg",
        FileKind.Png => "png",
        FileKind.WebP => "webp",
        _ => "pdf",
    };
}
