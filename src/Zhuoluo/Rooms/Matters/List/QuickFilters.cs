using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>The lists that people of a role look at many times a day.</summary>
internal static class QuickFilters
{
    public static IEnumerable<(string Label, MatterFilter Filter)> For(Viewer viewer)
    {
        var open = MatterFilter.All with { States = StateSet.Open };
        yield return ("matters.quick.all", MatterFilter.All);
        yield return ("matters.quick.open", open);
        if (!viewer.Sight.SeesAll)
        {
            yield return ("matters.quick.unit", open with { Whose = Whose.Unit });
        }
        yield return ("matters.quick.mine", open with { Whose = Whose.Mine });
        yield return ("matters.quick.late", MatterFilter.All with { Light = Light.Red });
        yield return ("matters.quick.near", MatterFilter.All with { Light = Light.Yellow });
        if (Permissions.May(viewer.Who, Capability.CallBack))
        {
            yield return ("matters.quick.call", MatterFilter.All with { States = StateSet.Of(MatterState.AwaitingCallBack) });
        }
        yield return ("matters.quick.suspended", MatterFilter.All with { States = StateSet.Of(MatterState.Suspended) });
        yield return ("matters.quick.bad", MatterFilter.All with { With = Trait.BadRating });
    }
}
