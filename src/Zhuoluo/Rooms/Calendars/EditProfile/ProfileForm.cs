using System.ComponentModel.DataAnnotations;

namespace Zhuoluo.Rooms.Calendars.EditProfile;

/// <summary>What the editor filled in. A line without a number is left out.</summary>
internal sealed class ProfileForm
{
    private const int BlankLines = 4;

    [Display(Name = "cal.profiles.code"), Required, StringLength(40)]
    public string? Code { get; set; }

    [Display(Name = "cal.profiles.name"), Required, StringLength(40)]
    public string? Name { get; set; }

    [Display(Name = "cal.profiles.source"), StringLength(200)]
    public string? Source { get; set; }

    [Display(Name = "cal.profiles.end")]
    public DayEnd DayEnd { get; set; } = DayEnd.Close;

    public int SeenEdition { get; set; }

    public List<ProfileLine> Rows { get; set; } = [];

    public static ProfileForm Of(DeadlineProfile profile, bool isCopy) => new()
    {
        Code = isCopy ? null : profile.Code,
        Name = isCopy ? null : profile.Name,
        Source = profile.Source,
        DayEnd = profile.DayEnd,
        SeenEdition = isCopy ? 0 : profile.Edition,
        Rows = [.. profile.Rows.Select(ProfileLine.Of), .. Enumerable.Range(0, BlankLines).Select(_ => new ProfileLine())],
    };

    public ChangeProfile Command() => new(
        Code!, Name!, Source ?? "", DayEnd, [.. Rows.Where(r => r.Number is not null).Select(r => r.Row())], SeenEdition);
}

internal sealed class ProfileLine
{
    [Required]
    public string Kind { get; set; } = DeadlineProfile.AnyKind;

    [EnumDataType(typeof(DeadlineUrgency))]
    public DeadlineUrgency Urgency { get; set; } = DeadlineUrgency.Normal;

    [EnumDataType(typeof(DeadlineStep))]
    public DeadlineStep Step { get; set; } = DeadlineStep.Handle;

    [Range(0, 999)]
    public int? Number { get; set; }

    [EnumDataType(typeof(LimitUnit))]
    public LimitUnit Unit { get; set; } = LimitUnit.WorkingDay;

    public static ProfileLine Of(ProfileRow row) => new()
    {
        Kind = row.Kind,
        Urgency = row.Urgency,
        Step = row.Step,
        Number = row.Limit.Number,
        Unit = row.Limit.Unit,
    };

    public ProfileRow Row() => new(Kind, Urgency, Step, new Limit(Number ?? 0, Unit));
}
