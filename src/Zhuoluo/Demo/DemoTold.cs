using Zhuoluo.Rooms.Figures;

namespace Zhuoluo.Demo;

/// <summary>What the county's bulletin told of its economy: estimates of 2021 (figures S1-040 to S1-044).</summary>
internal sealed class DemoTold(DemoTools tools)
{
    private static readonly (string Key, decimal Value)[] _told =
        [("economy.gdp", 22_500_000_000m), ("economy.gdp-growth", 9.3m), ("economy.fiscal-revenue", 3_420_000_000m), ("economy.fiscal-growth", 7.6m), ("economy.investment-growth", 10m)];

    public async Task MakeAsync(CancellationToken cancel)
    {
        foreach (var (key, value) in _told)
        {
            DemoTools.Must(await tools.Get<TellFigureHandler>().HandleAsync(
                new TellFigure(key, new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31), value, tools.Words.All.EconomySource) { IsEstimate = true }, tools.Operator(), cancel));
        }
    }
}
