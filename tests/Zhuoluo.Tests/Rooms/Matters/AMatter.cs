using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters;

/// <summary>Rows as they stand after whatever happened to them, for tests of what reads them.</summary>
internal static class AMatter
{
    public static Matter Row(long id, DateTimeOffset at, Action<Matter>? change = null, MatterState state = MatterState.Registered, Channel channel = Channel.Web, DateOnly? openedOn = null)
    {
        var row = new Matter
        {
            Id = id,
            Number = $"2026-{id:000000}",
            Kind = MatterKind.Help,
            Channel = channel,
            Title = "上坪村停水三天",
            State = state,
            IsOpen = state.IsOpen(),
            TownCode = "360821101",
            PlaceCode = "360821101201",
            RegisteredAt = at,
            OpenedOn = openedOn ?? LocalDay.Of(at),
            ProfileCode = "default",
            UpdatedAt = at,
        };
        change?.Invoke(row);
        return row;
    }

    public static async Task InsertAsync(this TestHouse house, IReadOnlyList<object> rows)
    {
        var outcome = await house.Writer.WriteAsync<Done>(house.System(), work =>
        {
            work.Db.AddRange(rows);
            return Task.FromResult<Outcome<Done>>(Done.Value);
        }, default);
        Assert.False(outcome.IsRefused(out _, out _));
    }

    /// <summary>Writes an entry about each, so that followers look at them, and lets them catch up.</summary>
    public static async Task TellAsync(this TestHouse house, IReadOnlyList<long> ids)
    {
        await house.RecordAsync(ids);
        await house.DrainAsync();
    }

    public static Task<Outcome<Done>> RecordAsync(this TestHouse house, IReadOnlyList<long> ids) => house.Writer.WriteAsync<Done>(house.System(), async work =>
    {
        await work.InsertManyAsync(ids.Select(id => work.Prepare(new MatterSortedV1(null, null, Urgency.Ordinary), new Subject("matter", id), [])).ToList(), default);
        return Done.Value;
    }, default);
}
