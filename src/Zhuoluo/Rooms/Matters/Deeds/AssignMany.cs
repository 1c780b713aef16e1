using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>Gives many matters to one unit: each stands or falls alone, and the answer says which.</summary>
internal sealed class AssignMany(IDeeds deeds)
{
    public const int Most = 500;

    public async Task<Outcome<IReadOnlyList<Assigned>>> DoAsync(IReadOnlyList<long> matterIds, long unitId, IReadOnlyList<long> helpers, Act act, CancellationToken cancel)
    {
        var ids = matterIds.Distinct().ToList();
        if (ids.Count == 0)
        {
            return new Missing("matterIds");
        }
        if (ids.Count > Most)
        {
            return new TooLong("matterIds", Most);
        }
        // Asked for together, so that what waits is committed together.
        var asked = ids.Select(id => deeds.DoAsync(new Deed(id, Verb.Assign, 0) { UnitId = unitId, AssistUnitIds = helpers }, act, cancel));
        var answers = await Task.WhenAll(asked);
        return ids.Zip(answers, (id, answer) => new Assigned(id, answer)).ToList();
    }
}

/// <summary>What became of one of many.</summary>
internal sealed record Assigned(long MatterId, Outcome<DeedDone> Outcome);
