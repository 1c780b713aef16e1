using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Documents;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Rhythm.Commands;

/// <summary>The papers whose period touches the one asked for, newest first, one a line, separated by tabs.</summary>
internal static class ListPapers
{
    private static readonly JsonSerializerOptions _readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    public static async Task<int> RunAsync(IServiceProvider services, string? place, string? period, bool isJson, TextWriter output, TextWriter notes, CancellationToken cancel)
    {
        var offices = services.GetRequiredService<Offices>().Current;
        if (place is not null && !offices.IsOf(place))
        {
            await notes.WriteLineAsync($"error: the data here are not of {place}. Places: {string.Join(", ", offices.Places.Where(p => p.Code.Length == 6).Select(p => $"{p.Code} {p.Name}"))}");
            return Exit.Misuse;
        }
        if (PaperPeriod.Read(period, LocalDay.Of(services.GetRequiredService<ActFactory>().Now)).IsRefused(out _, out var scope))
        {
            await notes.WriteLineAsync($"error: give the period as {PaperPeriod.Written}");
            return Exit.Misuse;
        }
        var lines = await ReadAsync(services, scope, offices, cancel);
        if (isJson)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(lines, _readable));
            return Exit.Done;
        }
        foreach (var line in lines)
        {
            await output.WriteLineAsync(string.Join('\t', line.Id, line.State, line.Kind, FigureScope.Written(line.From), FigureScope.Written(line.To), line.Number ?? "-", line.Title));
        }
        return Exit.Done;
    }

    private static async Task<List<PaperLine>> ReadAsync(IServiceProvider services, FigureScope scope, OfficesSnapshot offices, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
        var papers = db.Set<Bulletin>().AsNoTracking();
        papers = scope.From is { } from ? papers.Where(b => b.To >= from) : papers;
        papers = scope.To is { } to ? papers.Where(b => b.From <= to) : papers;
        var rows = await papers.OrderByDescending(b => b.Id)
            .Select(b => new { b.Id, b.State, b.Kind, b.From, b.To, b.Series, b.Year, b.Serial, b.Title, b.OfficeId, b.PublishedOn }).ToListAsync(cancel);
        return rows.ConvertAll(b => new PaperLine(
            b.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), Word.Of(b.State), Word.Of(b.Kind), b.From, b.To, b is { Year: { } year, Serial: { } serial } ? new DocumentNumber(b.Series, year, serial).ToString() : null,
            b.Title, offices.Unit(b.OfficeId)?.Code, b.PublishedOn));
    }

    /// <summary>As programs read it.</summary>
    private sealed record PaperLine(string Id, string State, string Kind, DateOnly From, DateOnly To, string? Number, string Title, string? Unit, DateOnly? PublishedOn);
}
