using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Investment;

/// <summary>The agreements that a filter finds, as a table to take along; amounts in ten thousands of yuan.</summary>
internal static class AgreementsFile
{
    private static readonly string[] _heads =
    [
        "project.agreement.number", "project.agreement.name", "project.agreement.investor", "project.agreement.type", "project.agreement.amount-wan",
        "project.agreement.field", "project.agreement.signed-on", "project.agreement.unit", "project.agreement.project", "project.agreement.state",
    ];

    public static async Task<IResult> SendAsync(HttpContext context, InvestmentQuery query, Offices offices, Texts texts, CancellationToken cancel)
    {
        var rows = await query.AllAsync(InvestmentFilter.Read(context.Request.Query), cancel);
        return Results.File(CsvText.Of([.. _heads.Select(h => texts[h])], rows.Select(r => Cells(r, offices.Current, texts))), CsvText.ContentType, "agreements.csv");
    }

    private static IReadOnlyList<string> Cells(AgreementLine row, OfficesSnapshot offices, Texts texts) =>
    [
        row.Number, row.Name, row.Investor, texts.Said("agreement.type", row.Type), Amounts.Wan(row.AmountFen).ToString(CultureInfo.InvariantCulture), row.Field ?? "",
        row.SignedOn.ToString("O", CultureInfo.InvariantCulture), offices.Unit(row.UnitId)?.Name ?? "", row.Project ?? "", texts.Said("agreement.state", row.Stage),
    ];
}
