using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Import;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>
/// One list of projects as a table under the header words of catalog/import/headers.json, so that it comes in again as it is. It speaks for
/// the day on which a light of the list changed last: as of that day the lights are those that stand.
/// </summary>
internal sealed class ProjectListFile(IDbContextFactory<ZhuoluoContext> reads, Offices offices, ImportWords words)
{
    public const string BookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <returns>The bytes of a .csv or .xlsx file; null when there is no such list.</returns>
    public async Task<byte[]?> MakeAsync(string code, bool isBook, DateOnly today, CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        if (await db.Set<Programme>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancel) is not { } programme)
        {
            return null;
        }
        var parts = await ProjectListParts.LoadAsync(db, programme.Id, cancel);
        var cells = new ProjectCells(offices.Current, words, parts);
        List<IReadOnlyList<string>> rows =
        [
            [programme.Name],
            [words.Until + (parts.LastChange ?? today).ToString("O", CultureInfo.InvariantCulture)],
            [.. ProjectCells.Fields.Select(field => words.Headers.Kinds[TableKind.Projects].Fields[field].Is[0])],
            .. parts.Projects.Select(cells.Of),
        ];
        if (!isBook)
        {
            return CsvText.Of(rows[0], rows.Skip(1));
        }
        using var book = new MemoryStream();
        RefusedFile.WriteBook(book, [(programme.Code, rows)]);
        return book.ToArray();
    }
}

/// <summary>All rows of one list, as they stand.</summary>
internal sealed record ProjectListParts(IReadOnlyList<Project> Projects, DateOnly? LastChange)
{
    public required ILookup<long, Target> Targets { get; init; }
    public required ILookup<long, MoneyRow> Money { get; init; }
    public required ILookup<long, Node> Nodes { get; init; }
    public required ILookup<long, long> Assisting { get; init; }
    public required ILookup<long, Progress> Progress { get; init; }

    public static async Task<ProjectListParts> LoadAsync(ZhuoluoContext db, long programme, CancellationToken cancel)
    {
        var listed = db.Set<Listing>().Where(l => l.ProgrammeId == programme && l.RemovedOn == null);
        var projects = await (from l in listed join p in db.Set<Project>() on l.ProjectId equals p.Id orderby l.Serial select p).AsNoTracking().ToListAsync(cancel);
        var lastChange = await db.Set<LightChange>().Where(c => listed.Any(l => l.ProjectId == c.ProjectId)).MaxAsync(c => (DateOnly?)c.On, cancel);
        return new ProjectListParts(projects, lastChange)
        {
            Targets = (await db.Set<Target>().AsNoTracking().Where(t => t.SupersededAt == null && listed.Any(l => l.ProjectId == t.ProjectId)).OrderBy(t => t.Id).ToListAsync(cancel)).ToLookup(t => t.ProjectId),
            Money = (await db.Set<MoneyRow>().AsNoTracking().Where(m => m.SupersededAt == null && listed.Any(l => l.ProjectId == m.ProjectId)).OrderBy(m => m.Id).ToListAsync(cancel)).ToLookup(m => m.ProjectId),
            Nodes = (await db.Set<Node>().AsNoTracking().Where(n => listed.Any(l => l.ProjectId == n.ProjectId)).OrderBy(n => n.Serial).ToListAsync(cancel)).ToLookup(n => n.ProjectId),
            Assisting = (await db.Set<Assisting>().AsNoTracking().Where(a => listed.Any(l => l.ProjectId == a.ProjectId)).ToListAsync(cancel)).ToLookup(a => a.ProjectId, a => a.UnitId),
            Progress = (await db.Set<Progress>().AsNoTracking().Where(p => p.SupersededAt == null && listed.Any(l => l.ProjectId == p.ProjectId)).OrderByDescending(p => p.Period).ToListAsync(cancel)).ToLookup(p => p.ProjectId),
        };
    }
}
