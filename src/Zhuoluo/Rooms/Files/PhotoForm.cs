using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Files;

/// <summary>
/// The files of a form's field: name for the files, name.Small for the small pictures in the same order, name.Kept for what an earlier
/// round of the same form has brought. What is wrong with them stands beside the field, and the good ones stay.
/// </summary>
internal sealed class PhotoForm(FileDesk desk, KeptFiles kept)
{
    /// <summary>What of <paramref name="field"/> lies in the store now; with an error in the page's model state where one was refused.</summary>
    public async Task<StagedFiles> TakeAsync(PageModel page, string field, CancellationToken cancel)
    {
        var taken = new List<StoredFile>();
        if (page.Request.HasFormContentType && await FillAsync(page.Request.Form, field, taken, cancel) is { } refusal)
        {
            page.ModelState.AddModelError(field, page.HttpContext.RequestServices.GetRequiredService<Texts>().Of(refusal));
        }
        page.HttpContext.Items[field] = taken;
        return desk.Stage(taken);
    }

    /// <summary>The sealed words of what this request's form has brought, for showing the form again.</summary>
    public IReadOnlyList<(string Word, StoredFile File)> Kept(HttpContext context, string field) =>
        context.Items[field] is List<StoredFile> files ? [.. files.Select(f => (kept.Seal(f), f))] : [];

    private async Task<Refusal?> FillAsync(IFormCollection form, string field, List<StoredFile> taken, CancellationToken cancel)
    {
        Refusal? wrong = null;
        foreach (var word in form[field + ".Kept"])
        {
            if (kept.Open(word) is { } file && taken.Count < FileLimits.MostFiles && await desk.HoldAgainAsync(file, cancel))
            {
                taken.Add(file);
            }
            else
            {
                wrong ??= new FileGone();
            }
        }
        var whole = form.Files.GetFiles(field).Where(f => f.Length > 0 || !string.IsNullOrEmpty(f.FileName)).ToList();
        var small = form.Files.GetFiles(field + ".Small");
        for (var i = 0; i < whole.Count; i++)
        {
            var outcome = await TakeAsync(whole[i], small.Count == whole.Count ? small[i] : null, taken, cancel);
            wrong ??= outcome;
        }
        return wrong;
    }

    private async Task<Refusal?> TakeAsync(IFormFile whole, IFormFile? small, List<StoredFile> taken, CancellationToken cancel)
    {
        if (taken.Count >= FileLimits.MostFiles)
        {
            return new TooManyFiles(FileLimits.MostFiles);
        }
        if (whole.Length > FileLimits.MostBytes)
        {
            return new FileTooHeavy(FileLimits.MostMegabytes);
        }
        var little = small is { Length: > 0 and <= FileLimits.SmallBytes } ? await BytesAsync(small, cancel) : null;
        if ((await desk.TakeAsync(await BytesAsync(whole, cancel), little, cancel)).IsRefused(out var refusal, out var file))
        {
            return refusal;
        }
        taken.Add(file);
        return null;
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancel)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }
}

/// <summary>Where a form takes files: draws /Rooms/Files/_Photos.cshtml. The form must be multipart/form-data.</summary>
/// <param name="Name">Name of the field, such as Form.Photos.</param>
internal sealed record PhotoField(string Name)
{
    /// <summary>Text key of the label.</summary>
    public string Label { get; init; } = "files.add";
}
