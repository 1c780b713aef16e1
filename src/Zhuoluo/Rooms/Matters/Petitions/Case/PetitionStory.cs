using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Petitions.Case;

/// <summary>Everything about one petition for its section of the matter's page.</summary>
internal sealed record PetitionStory
{
    public required Petition Petition { get; init; }
    public required Matter Matter { get; init; }
    public required IReadOnlyList<ClockLine> Clocks { get; init; }
    public required IReadOnlyList<PetitionRound> Rounds { get; init; }
    public required IReadOnlyList<PetitionLead> Leads { get; init; }
    public required IReadOnlyList<PetitionNote> Notes { get; init; }
    public required IReadOnlyList<PetitionRecusal> Recusals { get; init; }
    public required IReadOnlyList<PetitionStep> Steps { get; init; }

    /// <summary>The official number, opened for who may read contacts; null for others and where there is none.</summary>
    public required string? OfficialNumber { get; init; }
    public required IReadOnlyList<PetitionTransition> Offered { get; init; }
}

/// <summary>One limit of the law: what it is for, by which article, since when, until when, and whether it was kept.</summary>
internal sealed record ClockLine(string Key, Limit Limit, DateTimeOffset StartAt, DateTimeOffset DueAt, bool IsProvisional, DateTimeOffset? StoppedAt)
{
    /// <summary>The last day; a limit that ends at 24:00 belongs to the day that ends.</summary>
    public DateOnly DueDay => LocalDay.Of(DueAt.AddTicks(-1));

    public Light LightAt(DateTimeOffset now) => StoppedAt is not null ? Light.None : DueAt <= now ? Light.Red : DueAt <= now.AddDays(3) ? Light.Yellow : Light.Green;
}

/// <summary>Eight small queries by key, and only for a matter that is a petition.</summary>
internal sealed class PetitionStoryQuery(ZhuoluoContext db, Offices offices, Vault vault)
{
    public async Task<PetitionStory?> FindAsync(Matter matter, Actor who, CancellationToken cancel)
    {
        var id = matter.Id;
        if (matter.ProfileCode != DeadlineProfile.Petition || await db.Set<Petition>().SingleOrDefaultAsync(p => p.MatterId == id, cancel) is not { } petition)
        {
            return null;
        }
        var lead = matter.LeadUnitId is { } unit ? offices.Current.Unit(unit)?.Path : null;
        var recusals = await db.Set<PetitionRecusal>().Where(r => r.MatterId == id).OrderBy(r => r.Id).ToListAsync(cancel);
        return new PetitionStory
        {
            Petition = petition,
            Matter = matter,
            Clocks = await ClocksAsync(id, cancel),
            Rounds = await db.Set<PetitionRound>().Where(r => r.MatterId == id).OrderBy(r => r.Id).ToListAsync(cancel),
            Leads = await db.Set<PetitionLead>().Where(r => r.MatterId == id).OrderBy(r => r.Id).ToListAsync(cancel),
            Notes = await db.Set<PetitionNote>().Where(r => r.MatterId == id).OrderByDescending(r => r.On).ThenByDescending(r => r.Id).ToListAsync(cancel),
            Recusals = recusals,
            Steps = await db.Set<PetitionStep>().Where(r => r.MatterId == id).OrderByDescending(r => r.Id).ToListAsync(cancel),
            OfficialNumber = await NumberAsync(petition, lead, who, cancel),
            Offered = PetitionOffering.Of(petition, matter, lead, recusals, who),
        };
    }

    private async Task<IReadOnlyList<ClockLine>> ClocksAsync(long id, CancellationToken cancel)
    {
        var matters = await db.Set<Clock>().Where(c => c.MatterId == id && c.ProfileCode == DeadlineProfile.Petition
            && (c.Stage == ClockStage.Forward || c.Stage == ClockStage.Handle || c.Stage == ClockStage.Redo)).ToListAsync(cancel);
        var own = await db.Set<PetitionClock>().Where(c => c.MatterId == id).ToListAsync(cancel);
        return
        [
            .. matters.Select(c => (c.Id, Line: new ClockLine(Word<ClockStage>.Of(c.Stage), Limit.Parse(c.Limit), c.StartAt, c.DueAt, c.IsProvisional, c.StoppedAt)))
                .Concat(own.Select(c => (c.Id, Line: new ClockLine(Word<PetitionClockStage>.Of(c.Stage), Limit.Parse(c.Limit), c.StartAt, c.DueAt, c.IsProvisional, c.StoppedAt))))
                .OrderBy(x => x.Line.StartAt).ThenBy(x => x.Id).Select(x => x.Line),
        ];
    }

    // The number leads to a person: for the petition office and the handling unit only.
    private async Task<string?> NumberAsync(Petition petition, string? leadPath, Actor who, CancellationToken cancel)
    {
        if (petition.NumberKeyId is not { } key
            || !(Permissions.May(who, Capability.ManagePetitions) || Permissions.May(who, Capability.HandlePetition, leadPath ?? "/")))
        {
            return null;
        }
        return RegisterPetitionHandler.NumberOf(vault, petition, await db.Set<SubjectKey>().SingleOrDefaultAsync(k => k.Id == key, cancel));
    }
}
