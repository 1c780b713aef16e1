using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>
/// Matters that belong together (rules A5.1). The same person again: linked to the earlier one, no new dispatch (A2.5). Other
/// people: handled under a main matter, each keeping an own reply, call-back and rating.
/// </summary>
internal static class MergeMatters
{
    public static Outcome<Ruling> LinkRepeat(CaseFile file, Act act)
    {
        var (matter, earlier) = (file.Matter, file.Other);
        if (earlier is null)
        {
            return new UnknownValue("otherMatterId");
        }
        if (earlier.Id == matter.Id)
        {
            return new Itself();
        }
        if (matter.RequesterPrint is { } one && earlier.RequesterPrint is { } other && !one.AsSpan().SequenceEqual(other))
        {
            return new DifferentPeople();
        }
        return Ruling.With(new MatterRepeatLinkedV1(earlier.IsOpen))
            .Add(LinkOf(file, earlier, LinkKind.SamePersonSameMatter, act))
            .StopAll(act.At)
            .Change(m => (m.RepeatOfId, m.IsWindowEscalation) = (earlier.Id, false));
    }

    public static Outcome<Ruling> Merge(CaseFile file, Act act)
    {
        var main = file.Other;
        if (main is null)
        {
            return new UnknownValue("otherMatterId");
        }
        if (main.Id == file.Matter.Id)
        {
            return new Itself();
        }
        if (!main.IsOpen || main.MainMatterId is not null)
        {
            return new NoMainMatter();
        }
        return Ruling.With(new MatterMergedV1(2 + file.Subs.Count))
            .Upon(main.LeadUnitId)
            .Add(LinkOf(file, main, LinkKind.DifferentPeopleSameMatter, act))
            .StopAll(act.At)
            .EndHoldings(HoldingEnd.Ended, act.At)
            .Change(m => (m.MainMatterId, m.IsWindowEscalation) = (main.Id, false))
            // What was handled under this one is from now on handled under its main matter.
            .ChangeFile(f => f.Subs.ForEach(s => s.MainMatterId = main.Id));
    }

    private static Link LinkOf(CaseFile file, Matter other, LinkKind kind, Act act) =>
        new() { Id = act.NewId(), MatterId = file.Matter.Id, OtherId = other.Id, Kind = kind, At = act.At };
}
