using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Do;

/// <summary>What the page of a verb asks for, as typed. Which of it is shown and needed comes from the state table.</summary>
internal sealed class DoForm
{
    public const int LongestText = 2000;
    public const int LongestReason = 500;

    [Display(Name = "matters.do.reason"), StringLength(LongestReason)]
    public string? Reason { get; set; }

    [Display(Name = "matters.do.reason-code")]
    public string? ReasonCode { get; set; }

    /// <summary>One of the units that usually handle it.</summary>
    [Display(Name = "matters.do.usual")]
    public string? Usual { get; set; }

    /// <summary>Any other unit by name, other name or code; goes before <see cref="Usual"/>.</summary>
    [Display(Name = "matters.do.unit"), StringLength(100)]
    public string? UnitId { get; set; }

    [Display(Name = "matters.do.assist")]
    public List<string?> AssistUnitIds { get; set; } = [];

    [Display(Name = "matters.do.text"), StringLength(LongestText)]
    public string? Text { get; set; }

    /// <summary>Ticked: sent although it looks odd.</summary>
    [Display(Name = "reply.confirm")]
    public bool IsConfirmed { get; set; }

    /// <summary>The template that the text began with.</summary>
    public long? TemplateId { get; set; }

    [Display(Name = "matters.do.outcome")]
    public string? Outcome { get; set; }

    [Display(Name = "matters.do.ground")]
    public string? GroundCode { get; set; }

    [Display(Name = "matters.do.plan"), StringLength(LongestText)]
    public string? Plan { get; set; }

    [Display(Name = "matters.do.review-on")]
    public DateOnly? ReviewOn { get; set; }

    [Display(Name = "matters.do.other"), StringLength(20)]
    public string? OtherMatterId { get; set; }

    [Display(Name = "matters.do.result")]
    public string? Result { get; set; }

    [Display(Name = "matters.do.solved")]
    public string? IsSolved { get; set; }

    [Display(Name = "matters.do.days"), Range(1, 60)]
    public int? Limit { get; set; }

    [Display(Name = "matters.filter.kind")]
    public string? Kind { get; set; }

    [Display(Name = "matters.filter.category")]
    public string? CategoryCode { get; set; }

    [Display(Name = "matters.title"), StringLength(60)]
    public string? Title { get; set; }

    [Display(Name = "matters.urgency")]
    public string? Urgency { get; set; }

    [Display(Name = "matters.filter.place")]
    public string? PlaceCode { get; set; }

    /// <summary>The deed that these words ask for; units and the other matter were found before.</summary>
    public Deed ToDeed(long matterId, Verb verb, int version, string? onceKey, long? unitId, IReadOnlyList<long> assist, long? other) =>
        new(matterId, verb, version)
        {
            Reason = Kept(Reason),
            ReasonCode = Kept(ReasonCode),
            UnitId = unitId,
            AssistUnitIds = assist,
            Text = Kept(Text),
            Outcome = Word<MatterOutcome>.Read(Outcome) ?? MatterOutcome.None,
            GroundCode = Kept(GroundCode),
            Plan = Kept(Plan),
            ReviewOn = ReviewOn,
            OtherMatterId = other,
            Result = Word<CallResult>.Read(Result),
            IsSolved = IsSolved switch { "yes" => true, "no" => false, _ => null },
            Limit = Limit is { } days ? string.Create(CultureInfo.InvariantCulture, $"{days}wd") : null,
            Kind = Word<MatterKind>.Read(Kind),
            CategoryCode = Kept(CategoryCode),
            Title = Kept(Title),
            Urgency = Word<Urgency>.Read(Urgency),
            PlaceCode = Kept(PlaceCode),
            OnceKey = Kept(onceKey),
            IsConfirmed = IsConfirmed,
            TemplateId = TemplateId,
        };

    /// <summary>Sorting starts from how the matter stands.</summary>
    public static DoForm For(Verb verb, Matter matter) => verb != Verb.Sort ? new DoForm() : new DoForm
    {
        Kind = Word<MatterKind>.Of(matter.Kind),
        CategoryCode = matter.CategoryCode,
        Title = matter.Title,
        Urgency = Word<Urgency>.Of(matter.Urgency),
        PlaceCode = matter.PlaceCode,
    };

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
