using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Bulletins;
using Zhuoluo.Shell;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Rhythm.Commands;

/// <summary>A paper as the file that its page gives, in the format that the name ends in.</summary>
internal static class ExportPaper
{
    public static async Task<int> RunAsync(IServiceProvider services, long id, string path, string? site, TextWriter output, TextWriter notes, CancellationToken cancel)
    {
        var texts = services.GetRequiredService<Texts>();
        var offices = services.GetRequiredService<Offices>().Current;
        if (Path.GetExtension(path) is not (".docx" or ".xlsx" or ".html"))
        {
            await notes.WriteLineAsync("error: give a FILE that ends in .docx, .xlsx or .html");
            return Exit.Misuse;
        }
        await using var db = await services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
        if (await db.Set<Bulletin>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } bulletin)
        {
            await notes.WriteLineAsync("error: no paper has this id\nhint: zhuoluo papers");
            return Exit.Refused;
        }
        var made = Path.GetExtension(path) switch
        {
            ".docx" => PaperFile.Docx(bulletin, offices),
            ".html" => PaperFile.Html(bulletin, offices, site),
            _ => Outcome.Of(await PaperFile.XlsxAsync(db, bulletin, texts, services.GetRequiredService<FigureSources>(), cancel)),
        };
        if (made.IsRefused(out var refusal, out var bytes))
        {
            return await Refused.SayAsync(refusal, texts, notes);
        }
        await File.WriteAllBytesAsync(path, bytes, cancel);
        await output.WriteLineAsync(path);
        return Exit.Done;
    }
}
