using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Investment.New;

/// <summary>One agreement as typed, or several as lines of an office's own list.</summary>
internal sealed class AgreementForm
{
    [Display(Name = "project.agreement.name"), StringLength(Agreement.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "project.agreement.investor"), StringLength(Agreement.LongestName)]
    public string? Investor { get; set; }

    [Display(Name = "project.agreement.type")]
    public string? Type { get; set; }

    [Display(Name = "project.agreement.amount-wan"), Range(0, 1_000_000_000d)]
    public decimal? Amount { get; set; }

    [Display(Name = "project.agreement.field"), StringLength(Agreement.LongestField)]
    public string? Field { get; set; }

    [Display(Name = "project.agreement.signed-on"), Required]
    public DateOnly? SignedOn { get; set; }

    [Display(Name = "project.signing.one")]
    public long? EventId { get; set; }

    [Display(Name = "project.agreement.unit"), Required]
    public long? UnitId { get; set; }

    [Display(Name = "project.agreement.lines"), StringLength(100_000)]
    public string? Lines { get; set; }

    /// <summary>What is typed line by line goes first; where there is nothing, the fields are one agreement.</summary>
    public Outcome<IReadOnlyList<NewAgreement>> Command(Func<string, AgreementType?> type)
    {
        if (!string.IsNullOrWhiteSpace(Lines))
        {
            return AgreementLines.Read(Lines, type, this);
        }
        return string.IsNullOrWhiteSpace(Name) ? new Missing(nameof(Name))
            : string.IsNullOrWhiteSpace(Investor) ? new Missing(nameof(Investor))
            : Word<AgreementType>.Read(Type) is not { } kind ? new Missing(nameof(Type))
            : Amount is not { } amount ? new Missing(nameof(Amount))
            : Outcome.Of<IReadOnlyList<NewAgreement>>([Make(Name, Investor, kind, amount, Field)]);
    }

    public NewAgreement Make(string name, string investor, AgreementType type, decimal wan, string? field) =>
        new(name, investor, type, Amounts.OfWan(wan), SignedOn!.Value, UnitId!.Value) { Field = field, EventId = EventId };
}

/// <summary>
/// Lines "name, investor, kind of paper, amount in ten thousands of yuan, field": separated by tabs as a spreadsheet gives them, or by bars. A line that
/// cannot be read is named by its number.
/// </summary>
internal static class AgreementLines
{
    private const int Fewest = 4;

    public static Outcome<IReadOnlyList<NewAgreement>> Read(string typed, Func<string, AgreementType?> type, AgreementForm form)
    {
        var lines = typed.Split('\n');
        var found = new List<NewAgreement>();
        for (var i = 0; i < lines.Length; i++)
        {
            var cells = lines[i].Split(['\t', '|', '｜'], StringSplitOptions.TrimEntries);
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }
            if (cells.Length < Fewest || type(cells[2]) is not { } kind || !decimal.TryParse(cells[3], NumberStyles.Number, CultureInfo.InvariantCulture, out var wan) || wan is < 0 or > 1_000_000_000)
            {
                return new UnreadableAgreementLine(i + 1);
            }
            found.Add(form.Make(cells[0], cells[1], kind, wan, cells.Length > Fewest ? cells[Fewest] : null));
        }
        return Outcome.Of<IReadOnlyList<NewAgreement>>(found);
    }
}

/// <summary>A line of what was typed cannot be read.</summary>
internal sealed record UnreadableAgreementLine(int Line) : Refusal("unreadable-agreement-line")
{
    public override string? Field => "Lines";
    public override IReadOnlyList<object> Arguments => [Line];
}

/// <summary>A line of what was typed is refused; says which and why.</summary>
internal sealed record AgreementLineRefused(int Line, string Why) : Refusal("agreement-line-refused")
{
    public override string? Field => "Lines";
    public override IReadOnlyList<object> Arguments => [Line, Why];
}
