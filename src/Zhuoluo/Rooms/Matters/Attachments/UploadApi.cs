using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Attachments;

/// <summary>
/// POST /api/v1/files (multipart) hands files in; the words of the answer go into "files" of the call that they belong to. Open to residents, as the
/// forms are; a program with a token needs the scope. What no call names within a day is swept.
/// </summary>
internal static class UploadApi
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/api/v1/files", TakeAsync).Open()
            .Tells("handInFiles", "Files", "Hand in photos and documents (multipart: file, small); the words of the answer name them in other calls for twelve hours")
            .Gives<IReadOnlyList<FileHandedIn>>(StatusCodes.Status201Created).Refuses(403, 413, 422);
        app.MapPost("/api/v1/matters/{number}/files/{id:long}/removal", RemoveAsync).Needs(Capability.RemoveFile)
            .Tells("removeFile", "Files", "Destroy a photo or document for a reason of the list");
    }

    private static async Task<IResult> TakeAsync(HttpContext context, FileWords words, CancellationToken cancel)
    {
        // Whoever sits at a browser may hand a photo in as anybody may; a token opens what its scopes say and no more.
        if (context.Actor().Only is not null && !context.May(Capability.AttachFile))
        {
            return new NotPermitted().Problem(context);
        }
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = FileLimits.MostRequestBytes;
        }
        if (!context.Request.HasFormContentType)
        {
            return new Missing("file").Problem(context);
        }
        var form = await context.Request.ReadFormAsync(cancel);
        return (await words.TakeAsync(form, cancel)).Match(
            files => Results.Json(files.Select(f => new FileHandedIn(f.Word, f.File.Kind.MediaType(), f.File.Size, f.File.Digest)), statusCode: StatusCodes.Status201Created),
            refusal => refusal.Problem(context));
    }

    private static async Task<IResult> RemoveAsync(string number, long id, RemovalAsked asked, HttpContext context, ZhuoluoContext db, Offices offices, RemoveFileHandler handler, CancellationToken cancel)
    {
        var matter = await Sight.Of(context.Actor(), offices.Current).Seen(db).Where(m => m.Number == number).Select(m => (long?)m.Id).FirstOrDefaultAsync(cancel);
        if (matter is null || !await db.Set<Attachment>().AnyAsync(a => a.Id == id && a.Owner == AttachedTo.Matter && a.OwnerId == matter, cancel))
        {
            return new NotFound("file").Problem(context);
        }
        var outcome = await handler.HandleAsync(new RemoveFile(id, Word<FileRemoval>.Read(asked.Reason) ?? FileRemoval.None), context.Act(), cancel);
        return outcome.Match(_ => Results.NoContent(), refusal => refusal.Problem(context));
    }
}

/// <param name="Word">Names the file in "files" of another call.</param>
/// <param name="Kind">Media type, told by the content.</param>
/// <param name="Size">In bytes as kept, without what told of the people.</param>
/// <param name="Sha256">Of the bytes as kept.</param>
internal sealed record FileHandedIn(string Word, string Kind, int Size, string Sha256);

/// <param name="Reason">face, personal-data, wrong-matter, unlawful or asked.</param>
internal sealed record RemovalAsked(string? Reason);
