using System.ComponentModel.DataAnnotations;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Investment.Show;

/// <summary>One step of an agreement as typed; the page shows what the step asks for.</summary>
internal sealed class MoveForm
{
    [Display(Name = "project.agreement.project")]
    public string? Project { get; set; }

    [Display(Name = "project.agreement.to")]
    public string? To { get; set; }

    [Display(Name = "project.do.on")]
    public DateOnly? On { get; set; }

    [Display(Name = "project.agreement.type")]
    public string? Type { get; set; }

    [Display(Name = "project.agreement.amount-wan"), Range(0, 1_000_000_000d)]
    public decimal? Amount { get; set; }

    [Display(Name = "project.agreement.why"), StringLength(Agreement.LongestReason)]
    public string? Text { get; set; }

    public MoveAgreement Command(long id, AgreementVerb verb, int version) => new(id, verb)
    {
        On = On,
        To = Word<AgreementState>.Read(To),
        Project = Project,
        Text = Text,
        Type = Word<AgreementType>.Read(Type),
        AmountFen = Amount is { } wan ? Amounts.OfWan(wan) : null,
        ExpectedVersion = version,
    };
}
