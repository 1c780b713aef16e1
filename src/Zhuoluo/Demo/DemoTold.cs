using Zhuoluo.Demo.Promises;
using Zhuoluo.Rooms.Figures;

namespace Zhuoluo.Demo;

/// <summary>What others told of a place for 2021: its economy, lists that are kept elsewhere.</summary>
internal sealed class DemoTold(DemoTools tools, PromisePlace place)
{
    public async Task MakeAsync(CancellationToken cancel)
    {
        foreach (var told in place.Told)
        {
            DemoTools.Must(await tools.Get<TellFigureHandler>().HandleAsync(
                new TellFigure(told.Key, new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31), told.Value, told.By) { IsEstimate = told.IsEstimated }, tools.Operator(), cancel));
        }
    }
}
