using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Evaluation.Exclusions;

/// <summary>Asks not to count what was said of a round (rules A4.4).</summary>
internal sealed record AskExclusion(string Number, int? Round, ExclusionReason Reason, string? Detail, string? Evidence)
{
    public const int LongestText = 1000;
}

internal sealed record DecideExclusion(long Id, bool IsApproved, string? Note);

internal sealed record ExclusionPending() : Refusal("exclusion-pending")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

/// <summary>Nobody said anything of that round yet.</summary>
internal sealed record NothingToExclude() : Refusal("nothing-to-exclude")
{
    public override string? Field => "Number";
}

internal sealed record ExclusionDecided() : Refusal("exclusion-decided")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}

internal sealed class ExclusionHandler(Writer writer, Offices offices)
{
    public Task<Outcome<RateExclusion>> AskAsync(AskExclusion command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => AskAsync(work, command, cancel), cancel);

    public Task<Outcome<RateExclusion>> DecideAsync(DecideExclusion command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => DecideAsync(work, command, cancel), cancel);

    private async Task<Outcome<RateExclusion>> AskAsync(Work work, AskExclusion command, CancellationToken cancel)
    {
        if (await Sight.Of(work.Act.Who, offices.Current).Seen(work.Db).FirstOrDefaultAsync(m => m.Number == command.Number, cancel) is not { } matter)
        {
            return new NothingToExclude();
        }
        var round = command.Round ?? matter.Round;
        var rating = await work.Db.Set<Rating>().FirstOrDefaultAsync(r => r.MatterId == matter.Id && r.Round == round && r.GivenAt != null, cancel);
        var pick = await work.Db.Set<CallPick>().FirstOrDefaultAsync(p => p.MatterId == matter.Id && p.Round == round, cancel);
        var unit = rating?.UnitId ?? pick?.UnitId ?? matter.LeadUnitId;
        if (Refuse(command, PathOf(unit), work.Act) is { } refusal)
        {
            return refusal;
        }
        if (rating is null && pick is null)
        {
            return new NothingToExclude();
        }
        if (await work.Db.Set<RateExclusion>().AnyAsync(x => x.MatterId == matter.Id && x.Round == round && x.IsApproved != false, cancel))
        {
            return new ExclusionPending();
        }
        var made = new RateExclusion
        {
            Id = work.Act.NewId(),
            MatterId = matter.Id,
            Round = round,
            UnitId = unit,
            Reason = command.Reason,
            Detail = command.Detail!.Trim(),
            Evidence = command.Evidence!.Trim(),
            AskedAt = work.Act.At,
            AskedById = work.Act.Who.PersonId,
            AskedByName = work.Act.Who.Name,
        };
        work.Db.Add(made);
        var code = matter.IsConfidential || unit is null ? null : Code.OrNull(offices.Current.Unit(unit.Value)?.Code);
        work.Record(new ExclusionAskedV1(made.Reason, code, made.Round), new Subject("exclusion", made.Id));
        return made;
    }

    private static async Task<Outcome<RateExclusion>> DecideAsync(Work work, DecideExclusion command, CancellationToken cancel)
    {
        var asked = await work.Db.Set<RateExclusion>().FirstOrDefaultAsync(x => x.Id == command.Id, cancel);
        if (asked is null)
        {
            return new NotFound("exclusion");
        }
        if (Refuse(asked, command, work.Act) is { } refusal)
        {
            return refusal;
        }
        asked.DecidedAt = work.Act.At;
        asked.DecidedById = work.Act.Who.PersonId;
        asked.DecidedByName = work.Act.Who.Name;
        asked.IsApproved = command.IsApproved;
        asked.Note = command.Note?.Trim();
        work.Record(new ExclusionDecidedV1(asked.Reason, command.IsApproved), new Subject("exclusion", asked.Id));
        return asked;
    }

    /// <summary>What a call itself tells (no contact, no call wanted) is not asked for.</summary>
    internal static Refusal? Refuse(AskExclusion command, string? unitPath, Act act) =>
        !Permissions.May(act.Who, Capability.HandleDissatisfied, unitPath ?? "/") ? new NotPermitted()
        : !Enum.IsDefined(command.Reason) || command.Reason < ExclusionReason.Inadmissible ? new Missing("Reason")
        : string.IsNullOrWhiteSpace(command.Detail) ? new Missing("Detail")
        : string.IsNullOrWhiteSpace(command.Evidence) ? new Missing("Evidence")
        : command.Detail.Length > AskExclusion.LongestText ? new TooLong("Detail", AskExclusion.LongestText)
        : command.Evidence.Length > AskExclusion.LongestText ? new TooLong("Evidence", AskExclusion.LongestText)
        : null;

    internal static Refusal? Refuse(RateExclusion asked, DecideExclusion command, Act act) =>
        !Permissions.May(act.Who, Capability.DecideDissatisfied) ? new NotPermitted()
        : asked.DecidedAt is not null ? new ExclusionDecided()
        : (act.Who.PersonId is { } id ? id == asked.AskedById : asked.AskedById is null && act.Who.Name == asked.AskedByName) ? new Dissatisfied.AskerDecides()
        : !command.IsApproved && string.IsNullOrWhiteSpace(command.Note) ? new Missing("Note")
        : command.Note?.Length > AskExclusion.LongestText ? new TooLong("Note", AskExclusion.LongestText)
        : null;

    private string? PathOf(long? unit) => unit is { } id ? offices.Current.Unit(id)?.Path : null;
}
