using System.Globalization;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>
/// Figures of the room Figures in a paper: counted for its period where the text names them, stated when the text goes to its second reader, so that what
/// is approved is what is issued. They go before counts of the same label.
/// </summary>
internal sealed class PlacedFigures(FigureBook book, FigureCounter counter, Breakdowns breakdowns, FigureDesk desk)
{
    /// <summary>Counts of this kind of paper alone have keys of the same words.</summary>
    public const string KeyPrefix = "figure.";

    /// <summary>Everything that can be named, for whoever writes.</summary>
    public async Task<IReadOnlyList<FigureDefinition>> OfferedAsync(ZhuoluoContext db, CancellationToken cancel) => (await book.ReadAsync(db, cancel)).Offered;

    /// <summary>The labels of a prose that are figures, counted; and the tables of figures that it asks for.</summary>
    public async Task<Computed> CountAsync(ZhuoluoContext db, Computed computed, string prose, DateOnly from, DateOnly to, FigureMoment now, CancellationToken cancel)
    {
        var (shelf, labels) = (await book.ReadAsync(db, cancel), BulletinText.LabelsOf(prose));
        var scope = new FigureScope { From = from, To = to };
        List<ComputedFigure> counted = [];
        foreach (var figure in shelf.Offered.Where(f => labels.Contains(f.Name)).DistinctBy(f => f.Name))
        {
            var value = await counter.CountAsync(db, figure, shelf, scope, now, cancel);
            counted.Add(new ComputedFigure(KeyPrefix + figure.Key, figure.Name, Said(value), $"/figures/{figure.Key}{scope.Query}") { Figure = figure.Key });
        }
        List<ComputedTable> parted = [];
        foreach (var place in TextPlace.Of(prose).Where(p => p.By is not null).DistinctBy(p => p.Name))
        {
            if (await breakdowns.CountAsync(db, shelf, place, scope, now, cancel) is { } table)
            {
                parted.Add(table);
            }
        }
        var taken = counted.Select(f => f.Label).ToHashSet();
        return new Computed([.. computed.Figures.Where(f => !taken.Contains(f.Label)), .. counted], [.. computed.Tables, .. parted]);
    }

    /// <summary>Freezes those that the text uses, under the paper they stand in.</summary>
    public async Task<Outcome<Computed>> StateAsync(Work work, Bulletin bulletin, Computed computed, CancellationToken cancel)
    {
        var labels = BulletinText.LabelsOf(bulletin.Prose);
        var used = computed.Figures.Where(f => f.Figure is not null && f.Text != "—" && labels.Contains(f.Label)).ToList();
        var scope = new FigureScope { From = bulletin.From, To = bulletin.To };
        var wanted = used.ConvertAll(f => new StateFigure(f.Figure!, scope) { In = new Subject("bulletin", bulletin.Id) });
        if ((await desk.StateAsync(work, wanted, cancel)).IsRefused(out var refusal, out var stated))
        {
            return refusal;
        }
        var byKey = stated.ToDictionary(s => s.Key);
        return computed with
        {
            Figures = [.. computed.Figures.Select(f => f.Figure is { } key && byKey.TryGetValue(key, out var frozen)
                ? f with { StatedId = frozen.Id, Href = "/figures/stated/" + frozen.Id.ToString(CultureInfo.InvariantCulture) }
                : f)],
        };
    }

    private static string Said(FigureValue value) => value.Value is not { } some ? "—"
        : value.Definition.IsMoney ? Money(some)
        : some.ToString("0.###", CultureInfo.InvariantCulture) + (value.Definition.Unit == "%" ? "%" : "");

    // 22500000000 yuan is 225亿; with more than four places the digits themselves.
    private static string Money(decimal yuan)
    {
        foreach (var (place, word) in new[] { (100_000_000m, "亿"), (10_000m, "万") })
        {
            if (Math.Abs(yuan) >= place && Math.Round(yuan / place, 4) * place == yuan)
            {
                return (yuan / place).ToString("0.####", CultureInfo.InvariantCulture) + word;
            }
        }
        return yuan.ToString("0.##", CultureInfo.InvariantCulture);
    }
}
