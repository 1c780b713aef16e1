using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>What an office's old list says of a petition whose matter was taken over already (<see cref="RegisterManyHandler"/>). What it does not say stays empty.</summary>
internal sealed record PastPetition(long MatterId, SourceLevel Level, PetitionForm Form, DateOnly ReceivedOn)
{
    public string SystemCode { get; init; } = "national";
    public PetitionSort? Sort { get; init; }
    public PetitionRoute? Route { get; init; }
    public PetitionStage Stage { get; init; } = PetitionStage.Forwarded;
    public int Times { get; init; } = 1;
    public bool IsRepeatListed { get; init; }
    public string? HardReason { get; init; }
    public DateOnly? ResolvedOn { get; init; }
    public DateOnly? CheckedOn { get; init; }
    public string CheckedByName { get; init; } = "";
}

/// <summary>Takes over the petitions of an old list; one that is a petition already stays as it is. Answers with how many are new.</summary>
internal sealed class RecordPastPetitionsHandler(Writer writer, PetitionLimits limits)
{
    public const int Most = 1000;

    public Task<Outcome<int>> HandleAsync(IReadOnlyList<PastPetition> past, Act act, CancellationToken cancel) =>
        writer.WriteAsync<int>(act, work => RecordAsync(work, past, cancel), cancel);

    private async Task<Outcome<int>> RecordAsync(Work work, IReadOnlyList<PastPetition> past, CancellationToken cancel)
    {
        var act = work.Act;
        if (!Permissions.May(act.Who, Capability.ManagePetitions))
        {
            return new NotPermitted();
        }
        if (past.Count > Most)
        {
            return new TooLong("petitions", Most);
        }
        var ids = past.Select(p => p.MatterId).ToList();
        var known = await work.Db.Set<Petition>().Where(p => ids.Contains(p.MatterId)).Select(p => p.MatterId).ToListAsync(cancel);
        var matters = await work.Db.Set<Matter>().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancel);
        var clocks = (await work.Db.Set<Clock>().Where(c => ids.Contains(c.MatterId) && c.StoppedAt == null).ToListAsync(cancel)).ToLookup(c => c.MatterId);
        var added = past.DistinctBy(p => p.MatterId).Where(p => !known.Contains(p.MatterId)).ToList();
        foreach (var one in added)
        {
            if (!matters.TryGetValue(one.MatterId, out var matter))
            {
                return new NotFound("matter");
            }
            if (Wrong(one, LocalDay.Of(act.At)) is { } refusal)
            {
                return refusal;
            }
            work.Db.Add(RowOf(one, act));
            (matter.ProfileCode, matter.ProfileVersion) = (DeadlineProfile.Petition, limits.Edition);
            if (matter.IsOpen)
            {
                Clock(work, matter, one, [.. clocks[matter.Id]]);
            }
            var isHidden = matter.IsConfidential;
            work.Record(new PetitionRegisteredV1(isHidden ? null : one.Level, isHidden ? null : one.Form), new Subject("matter", one.MatterId));
        }
        return added.Count;
    }

    // Taking it over started the county's clock; the law's takes its place where one of its limits runs.
    private void Clock(Work work, Matter matter, PastPetition one, List<Clock> running)
    {
        running.ForEach(c => c.StoppedAt = work.Act.At);
        if (one.Stage == PetitionStage.Handling)
        {
            var limit = new MatterLimit(DeadlineProfile.Petition, limits.Edition, limits.Of(DeadlineStep.Handle));
            running = [MatterRows.Clock(matter, limit, Deadlines.Brief(ClockRun.Plain(limit.Limit, work.Act.At), limits.Calendar, work.Act.At), work.Act)];
            work.Db.AddRange(running);
        }
        MatterClocks.Show(matter, running, [], [], limits.Calendar, work.Act.At);
    }

    private static Refusal? Wrong(PastPetition one, DateOnly today) =>
        PetitionSystems.Find(one.SystemCode) is null ? new UnknownSystem()
        : one.ReceivedOn > today || one.ResolvedOn > today || one.CheckedOn > today ? new DayInFuture(nameof(one.ReceivedOn))
        : one.ResolvedOn < one.ReceivedOn ? new DayBefore(nameof(one.ResolvedOn), one.ReceivedOn)
        : one.CheckedOn is not null && one.ResolvedOn is null ? new NotResolved()
        : null;

    private static Petition RowOf(PastPetition one, Act act) => new()
    {
        MatterId = one.MatterId,
        SystemCode = one.SystemCode,
        Level = one.Level,
        Form = one.Form,
        Sort = one.Sort,
        Route = one.Route,
        Stage = one.Stage,
        ReceivedOn = one.ReceivedOn,
        Times = one.Times,
        IsRepeatListed = one.IsRepeatListed,
        IsHard = one.HardReason is not null,
        HardReason = one.HardReason,
        ResolvedOn = one.ResolvedOn,
        CheckedOn = one.CheckedOn,
        CheckedByName = one.CheckedByName,
        UpdatedAt = act.At,
        UpdatedBy = act.Who.Office,
    };
}
