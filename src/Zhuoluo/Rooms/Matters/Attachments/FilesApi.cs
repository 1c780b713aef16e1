using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Attachments;

/// <summary>
/// GET /files/{token} and /files/{token}/small. Whoever asks is judged at every reading: staff by the sight of the matter, requesters by
/// their receipt, everybody where an editor has shown it. Not there, removed and not yours look alike.
/// </summary>
internal static class FilesApi
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/files/{token}", (string token, HttpContext context, FileWatch watch, IFileStore store, CancellationToken cancel) =>
            ShowAsync(token, isSmall: false, context, watch, store, cancel)).Open();
        app.MapGet("/files/{token}/small", (string token, HttpContext context, FileWatch watch, IFileStore store, CancellationToken cancel) =>
            ShowAsync(token, isSmall: true, context, watch, store, cancel)).Open();
        app.MapGet("/api/v1/matters/{number}/files", ListAsync).Needs(Capability.SeeMatters)
            .Tells("listFiles", "Matters", "Photos and documents of one matter, with the addresses to read them at");
    }

    private static async Task<IResult> ShowAsync(string token, bool isSmall, HttpContext context, FileWatch watch, IFileStore store, CancellationToken cancel)
    {
        // Kept by the browser, never by anything in between, and asked for again each time.
        context.Response.Headers.CacheControl = "private, no-cache";
        if (await watch.SeenAsync(token, context, cancel) is not { } file)
        {
            return Results.NotFound();
        }
        var tag = $"\"{file.Token}{(isSmall ? "-s" : "")}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }
        var digest = isSmall ? file.SmallDigest ?? file.Digest : file.Digest;
        Stream? bytes;
        try
        {
            bytes = await store.OpenAsync(digest, cancel);
        }
        catch (FileStoreAway)
        {
            context.Response.Headers.ETag = default;
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        if (bytes is null)
        {
            return Results.NotFound();
        }
        // Small ones were JPEG when the browser made them; nosniff stands in every answer, and a document is never opened in the page's own place.
        var kind = isSmall && file.SmallDigest is not null ? FileKind.Jpeg : file.Kind;
        context.Response.Headers.ContentDisposition = $"{(kind.IsPicture() ? "inline" : "attachment")}; filename=\"{file.Id}.{kind.Ending()}\"";
        return Results.Stream(bytes, kind.MediaType());
    }

    private static async Task<IResult> ListAsync(
        string number, HttpContext context, ZhuoluoContext db, Offices offices, AttachmentQuery files, CancellationToken cancel)
    {
        var matter = await Sight.Of(context.Actor(), offices.Current).Seen(db).FirstOrDefaultAsync(m => m.Number == number, cancel);
        if (matter is null)
        {
            return new Foundation.NotFound("matter").Problem(context);
        }
        return Results.Json((await files.OfMatterAsync(matter.Id, cancel)).Select(f => new
        {
            f.Id,
            Kind = f.Kind.MediaType(),
            f.Size,
            f.Width,
            f.Height,
            f.At,
            f.IsPublic,
            f.IsRemoved,
            Step = f.StepId,
            Address = f.IsRemoved ? null : f.Address,
            Small = f.IsRemoved ? null : f.SmallAddress,
        }));
    }
}
