namespace Zhuoluo.Rooms.Calendars;

/// <summary>Named, editable limits of one place or one law (rules A3, A8, A10).</summary>
/// <param name="Code">Stable, such as "anyang".</param>
/// <param name="Name">As people call it.</param>
/// <param name="Rows">What the profile says; what it does not say comes from the county's own profile.</param>
internal sealed record DeadlineProfile(string Code, string Name, IReadOnlyList<ProfileRow> Rows)
{
    /// <summary>The profile that every other falls back to; it has a row for each step that matters go through.</summary>
    public const string County = "county";

    public const string AnyKind = "*";

    /// <summary>Code of the profile and of the one kind it speaks of (rules A8): natural days, to 24:00, nothing of the county's pauses.</summary>
    public const string Petition = "petition";

    /// <summary>1 as shipped; each change makes the next. Deadlines keep the limits of the edition they were made under.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>Law or published practice.</summary>
    public string Source { get; init; } = "";

    public DayEnd DayEnd { get; init; } = DayEnd.Close;

    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>
    /// The row for this case: of the urgency first, then of the kind before any kind; an urgency without a row is served by the
    /// next lower one. Null if the profile is silent.
    /// </summary>
    public Limit? Find(string kind, DeadlineUrgency urgency, DeadlineStep step)
    {
        for (var asked = urgency; asked >= DeadlineUrgency.Normal; asked--)
        {
            if ((Row(kind, asked, step) ?? Row(AnyKind, asked, step)) is { } row)
            {
                return row.Limit;
            }
        }
        return null;
    }

    private ProfileRow? Row(string kind, DeadlineUrgency urgency, DeadlineStep step) =>
        Rows.FirstOrDefault(r => r.Step == step && r.Urgency == urgency && r.Kind == kind);
}

/// <param name="Kind">Code of a kind of matter such as "complaint", "petition", "permit"; "*" for any.</param>
/// <param name="Urgency">From what urgency on.</param>
/// <param name="Step">What has to be done.</param>
/// <param name="Limit">Within what time.</param>
internal sealed record ProfileRow(string Kind, DeadlineUrgency Urgency, DeadlineStep Step, Limit Limit);

/// <summary>Numbers are stored and ordered; never renumber.</summary>
internal enum DeadlineUrgency
{
    Normal = 1,

    /// <summary>Water, power, gas, heat and the like.</summary>
    Urgent = 2,

    /// <summary>Danger to life or property.</summary>
    Critical = 3,
}

/// <summary>What a limit is for. Numbers are stored; never renumber.</summary>
internal enum DeadlineStep
{
    Handle = 1,
    Sign = 2,
    Return = 3,
    Redo = 4,
    Extension = 5,
    Register = 6,
    FirstContact = 7,

    /// <summary>Tell the person what became of the submission (petitions, rules A8, article 23).</summary>
    Tell = 8,

    /// <summary>For the person: ask for 复查 or 复核 after the written reply (articles 35, 36).</summary>
    AskReview = 9,

    /// <summary>For the office: decide 复查 or 复核.</summary>
    DecideReview = 10,

    /// <summary>Ask once for missing papers (rules A10, article 32).</summary>
    Correction = 11,

    /// <summary>Hand the licence over (article 44).</summary>
    Deliver = 12,

    /// <summary>Put right what somebody rated badly, and report it (rules A7.5).</summary>
    Mend = 13,
}
