using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>What every deed asks first: is it in the table, may this actor, does the actor stand aside, did somebody come before, is all given.</summary>
internal static class PetitionGate
{
    public const int LongestText = 2000;
    public const int LongestOpinion = 5000;
    public const int LongestBody = 60;

    public static Refusal? Refuse(PetitionFile file, PetitionDeed deed, Act act)
    {
        var petition = file.Petition;
        if (PetitionTransitions.Find(petition.Stage, deed.Verb) is not { } line)
        {
            return new WrongStage(petition.Stage, [.. PetitionTransitions.OutOf(petition.Stage).Select(t => t.Verb).Distinct()]);
        }
        if (!MayDo(line, file, act.Who))
        {
            return new NotPermitted();
        }
        if (file.StandsAside(act.Who.PersonId))
        {
            return new StandsAside();
        }
        if (deed.ExpectedVersion != 0 && deed.ExpectedVersion != petition.Version)
        {
            return new ChangedMeanwhile(petition.UpdatedBy, petition.UpdatedAt);
        }
        return Lacks(line.Needs, deed) ?? InFuture(deed, LocalDay.Of(act.At));
    }

    public static bool MayDo(PetitionTransition line, PetitionFile file, Actor who) => MayDo(line, file.Lead?.Path, who);

    /// <summary>Who leads decides who may; standing aside is everybody's own.</summary>
    public static bool MayDo(PetitionTransition line, string? leadPath, Actor who) =>
        Permissions.May(who, line.Who, line.Verb == PetitionVerb.Recuse ? null : leadPath ?? "/");

    private static Refusal? Lacks(PetitionNeeds needs, PetitionDeed deed) =>
        Given(needs, PetitionNeeds.Sort, deed.Sort is { } sort && Enum.IsDefined(sort), nameof(deed.Sort))
        ?? Given(needs, PetitionNeeds.Unit, deed.UnitId is not null, nameof(deed.UnitId))
        ?? Given(needs, PetitionNeeds.Reviewer, deed.UnitId is not null || !string.IsNullOrWhiteSpace(deed.Body), nameof(deed.UnitId))
        ?? Given(needs, PetitionNeeds.Day, deed.On is not null, nameof(deed.On))
        ?? Given(needs, PetitionNeeds.Delivered, deed.DeliveredOn is not null, nameof(deed.DeliveredOn))
        ?? Given(needs, PetitionNeeds.Person, deed.PersonId is not null, nameof(deed.PersonId))
        ?? Given(needs, PetitionNeeds.NoteKind, deed.NoteKind is { } kind && Enum.IsDefined(kind), nameof(deed.NoteKind))
        ?? Given(needs, PetitionNeeds.Ruling, deed.Ruling is { } ruling && Enum.IsDefined(ruling), nameof(deed.Ruling))
        ?? Given(needs, PetitionNeeds.Opinion, deed.Outcome is { } outcome && Enum.IsDefined(outcome), nameof(deed.Outcome))
        ?? Text(needs, PetitionNeeds.Text, deed.Text, nameof(deed.Text), LongestText)
        ?? Text(needs, PetitionNeeds.Opinion, deed.Claim, nameof(deed.Claim), LongestOpinion)
        ?? Text(needs, PetitionNeeds.Opinion, deed.Facts, nameof(deed.Facts), LongestOpinion)
        ?? Text(needs, PetitionNeeds.Opinion, deed.Opinion, nameof(deed.Opinion), LongestOpinion)
        ?? Text(needs, PetitionNeeds.Opinion, deed.Basis, nameof(deed.Basis), LongestOpinion)
        ?? (deed.Body?.Trim().Length > LongestBody ? new TooLong(nameof(deed.Body), LongestBody) : null);

    private static DayInFuture? InFuture(PetitionDeed deed, DateOnly today) =>
        deed.On > today ? new DayInFuture(nameof(deed.On))
        : deed.DeliveredOn > today ? new DayInFuture(nameof(deed.DeliveredOn))
        : null;

    private static Missing? Given(PetitionNeeds needs, PetitionNeeds one, bool isGiven, string field) =>
        needs.HasFlag(one) && !isGiven ? new Missing(field) : null;

    private static Refusal? Text(PetitionNeeds needs, PetitionNeeds one, string? text, string field, int limit) =>
        !needs.HasFlag(one) ? null
        : PlainText.Read(text, field, limit).IsRefused(out var refusal, out var read) ? refusal
        : read is null ? new Missing(field)
        : null;
}
