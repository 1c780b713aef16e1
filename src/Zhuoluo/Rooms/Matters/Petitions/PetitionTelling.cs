using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>The unit tells the petitioner in writing what becomes of it (article 23); accepting it on the sixth route starts the 60 days (article 34).</summary>
internal static class PetitionTelling
{
    public static Outcome<PetitionRuling> Accepted(PetitionFile file, Act act) =>
        file.Petition.Route is { } route and not PetitionRoute.Opinion ? new OtherRoute(route)
        : file.Petition.Route is null ? new RouteMissing()
        : Told(file, PetitionStage.Handling, act).ChangeFile(f => StartHandling(f, act));

    public static Outcome<PetitionRuling> Elsewhere(PetitionFile file, Act act) =>
        file.Petition.Route == PetitionRoute.Opinion ? new SixthRouteIsAccepted() : Told(file, PetitionStage.Elsewhere, act);

    public static Outcome<PetitionRuling> NotAccepted(PetitionFile file, Act act) => Told(file, PetitionStage.NotAccepted, act);

    /// <summary>The 60 days from now on.</summary>
    public static void StartHandling(PetitionFile file, Act act)
    {
        var clock = new Clock
        {
            Id = act.NewId(),
            MatterId = file.Matter.Id,
            Stage = ClockStage.Handle,
            Round = file.Matter.Round,
            StartAt = act.At,
            Limit = file.LimitOf(DeadlineStep.Handle).ToString(),
            ProfileCode = DeadlineProfile.Petition,
            ProfileVersion = file.ProfileEdition,
            DueAt = act.At,
        };
        file.Add(file.MatterClocks, clock);
        file.ShowOnMatter(act.At);
    }

    private static PetitionRuling Told(PetitionFile file, PetitionStage told, Act act)
    {
        var isInTime = file.Running(PetitionClockStage.Tell) is not { } clock || act.At <= clock.DueAt;
        var ruling = PetitionRuling.With(new PetitionToldV1(told, isInTime)).Upon(file.Matter.LeadUnitId);
        // Who tells the petitioner has taken it over.
        if (file.Matter.State == MatterState.AwaitingSignature)
        {
            ruling.Do(new Deed(file.Matter.Id, Verb.Sign, 0));
        }
        return ruling
            .Change(p => p.ToldAt = act.At)
            .ChangeFile(f =>
            {
                f.Stop(PetitionClockStage.Tell, act.At);
                f.Stop(PetitionClockStage.Object, act.At);
            });
    }
}
