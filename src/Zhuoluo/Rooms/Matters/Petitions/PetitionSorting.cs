using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>What sort of petition it is and to whom it goes (articles 22, 28 to 31).</summary>
internal static class PetitionSorting
{
    public static Outcome<PetitionRuling> Sort(PetitionFile file, PetitionDeed deed, Act act)
    {
        var sort = deed.Sort!.Value;
        if (sort == PetitionSort.Claim && (deed.Route is not { } asked || !Enum.IsDefined(asked)))
        {
            return new RouteMissing();
        }
        if (deed.AccusedUnitId is { } accused && file.Offices.Unit(accused) is null)
        {
            return new UnknownValue(nameof(deed.AccusedUnitId));
        }
        var isHidden = sort == PetitionSort.Accusation || file.IsConfidential;
        var route = sort == PetitionSort.Claim ? deed.Route : null;
        return PetitionRuling.With(new PetitionSortedV1(isHidden ? null : sort, isHidden ? null : route))
            .Change(p => (p.Sort, p.Route, p.AccusedUnitId) = (sort, route, sort == PetitionSort.Accusation ? deed.AccusedUnitId : null))
            .ChangeFile(f =>
            {
                if (sort == PetitionSort.Accusation)
                {
                    Hide(f, act);
                }
            });
    }

    public static Outcome<PetitionRuling> Forward(PetitionFile file, PetitionDeed deed, Act act)
    {
        if (file.Offices.Unit(deed.UnitId!.Value) is not { } unit || !unit.IsValidOn(LocalDay.Of(act.At)))
        {
            return new UnknownValue(nameof(deed.UnitId));
        }
        if (file.Petition.AccusedUnitId is { } id && file.Offices.Unit(id) is { } accused && unit.IsUnder(accused))
        {
            return new UnitIsAccused();
        }
        var isInTime = file.MatterClocks.LastOrDefault(c => c.Stage == ClockStage.Forward) is not { } clock || act.At <= clock.DueAt;
        var ruling = PetitionRuling.With(new PetitionForwardedV1(file.CodeOf(unit), isInTime)).Upon(unit.Id);
        if (file.Matter.State == MatterState.Registered)
        {
            ruling.Do(new Deed(file.Matter.Id, Verb.Accept, 0));
        }
        return ruling
            .Do(new Deed(file.Matter.Id, Verb.Assign, 0) { UnitId = unit.Id, Reason = deed.Text })
            .ChangeFile(f =>
            {
                StopForwarding(f, act);
                f.Stop(PetitionClockStage.Tell, act.At);
                f.Stop(PetitionClockStage.Object, act.At);
                f.Start(PetitionClockStage.Tell, act.At, act);
                f.Start(PetitionClockStage.Object, act.At, act);
            });
    }

    // Confidential from now on: out of search, lists and tallies; what waited to be published is withheld (rules F5.2).
    private static void Hide(PetitionFile file, Act act)
    {
        (file.Matter.IsConfidential, file.Matter.Kind, file.Matter.IsPublic) = (true, MatterKind.Report, false);
        file.Matter.UpdatedAt = act.At;
        file.Matter.Version++;
        if (file.Publication is { } publication)
        {
            publication.State = PublicationState.Withheld;
        }
    }

    private static void StopForwarding(PetitionFile file, Act act)
    {
        foreach (var clock in file.MatterClocks.Where(c => c is { Stage: ClockStage.Forward, StoppedAt: null }))
        {
            clock.StoppedAt = act.At;
        }
        file.ShowOnMatter(act.At);
    }
}
