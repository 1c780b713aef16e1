using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>Everything about one petition that a decision may look at. Loaded whole, so that deciding touches no database.</summary>
internal sealed class PetitionFile
{
    public required Petition Petition { get; init; }
    public required Matter Matter { get; init; }
    public required OfficesSnapshot Offices { get; init; }
    public required Func<DeadlineStep, Limit> LimitOf { get; init; }
    public required WorkingCalendar Calendar { get; init; }
    public required int ProfileEdition { get; init; }
    public List<Clock> MatterClocks { get; init; } = [];
    public List<ClockPause> Pauses { get; init; } = [];
    public List<ClockExtension> Extensions { get; init; } = [];
    public List<PetitionClock> Clocks { get; init; } = [];
    public List<PetitionRound> Rounds { get; init; } = [];
    public List<PetitionLead> Leads { get; init; } = [];
    public List<PetitionRecusal> Recusals { get; init; } = [];
    public Publication? Publication { get; init; }

    /// <summary>The person whom the deed names, and the roles of that person.</summary>
    public Person? Named { get; init; }
    public IReadOnlyList<RoleAssignment> NamedRoles { get; init; } = [];

    /// <summary>Rows to save.</summary>
    public List<object> Made { get; } = [];

    public Unit? Lead => Matter.LeadUnitId is { } id ? Offices.Unit(id) : null;
    public bool IsConfidential => Matter.IsConfidential;

    /// <summary>Entries about confidential petitions name no unit.</summary>
    public Code? CodeOf(Unit? unit) => IsConfidential ? null : Code.OrNull(unit?.Code);

    public PetitionClock? Running(PetitionClockStage stage) => Clocks.LastOrDefault(c => c.Stage == stage && c.StoppedAt is null);

    public PetitionLead? LeadNow => Leads.LastOrDefault(l => l.To is null);

    public bool StandsAside(long? personId) => personId is { } id && Recusals.Exists(r => r.PersonId == id);

    public void Add<T>(List<T> list, T row)
        where T : class
    {
        list.Add(row);
        Made.Add(row);
    }

    public void Start(PetitionClockStage stage, DateTimeOffset from, Act act)
    {
        var clock = new PetitionClock
        {
            Id = act.NewId(),
            MatterId = Matter.Id,
            Stage = stage,
            StartAt = from,
            Limit = LimitOf(PetitionLimits.StepOf(stage)).ToString(),
            DueAt = from,
        };
        clock.Show(Calendar, act.At);
        Add(Clocks, clock);
    }

    /// <summary>Brings the matter's deadline in line with its clocks.</summary>
    public void ShowOnMatter(DateTimeOffset now) => Matters.MatterClocks.Show(Matter, MatterClocks, Pauses, Extensions, Calendar, now);

    public void Stop(PetitionClockStage stage, DateTimeOffset at)
    {
        foreach (var clock in Clocks.Where(c => c.Stage == stage && c.StoppedAt is null))
        {
            clock.StoppedAt = at;
        }
    }
}
