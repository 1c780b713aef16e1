using System.Globalization;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Evaluation.Rates;

/// <summary>The rates as JSON and as a file, never without parts, exclusions and the version of their definition.</summary>
internal static class RatesApi
{
    private static readonly string[] _heads =
    [
        "ev.unit", "ev.drawn", "ev.reached", "ev.responded", "ev.response", "ev.solved.count", "ev.unsolved.count", "ev.solved", "ev.draw-satisfied", "ev.draw-excluded",
        "ev.offered", "ev.taken.count", "ev.taken", "ev.valid", "ev.satisfied", "ev.good", "ev.bad", "ev.fixed", "ev.fixed-in-time", "ev.excluded", "ev.definition.version",
    ];

    public static void Map(WebApplication app)
    {
        app.MapGet("/evaluation/rates.csv", SendAsync).Needs(Capability.ExportData);
        app.MapGet("/api/v1/rates", ShowAsync).Needs(Capability.SeeStatistics)
            .Tells("showRates", "Statistics", "The three rates with numerators, denominators and exclusions");
    }

    private static async Task<IResult> SendAsync(HttpContext context, string? from, string? to, ZhuoluoContext db, RatesQuery query, Offices offices, Texts texts, CancellationToken cancel)
    {
        var view = await RatesView.LoadAsync(db, query, offices.Current, context.Act(), from, to, cancel);
        var rows = view.Units.Append(view.Sum).Select(u => Cells(u, view.Definition, u.UnitId is { } id ? texts.Show(offices.Current.Unit(id)?.Name) : texts["ev.sum"]));
        return Results.File(CsvText.Of([.. _heads.Select(h => texts[h])], rows), CsvText.ContentType, $"rates-{view.Period.FromText}-{view.Period.ToText}.csv");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string? from, string? to, ZhuoluoContext db, RatesQuery query, Offices offices, CancellationToken cancel)
    {
        var view = await RatesView.LoadAsync(db, query, offices.Current, context.Act(), from, to, cancel);
        return Results.Ok(new
        {
            From = view.Period.FromText,
            To = view.Period.ToText,
            Definition = new { view.Definition.Version, Weights = view.Definition.Vector, view.Definition.ExclusionCap, view.Definition.Reason },
            Units = view.Units.Select(u => new
            {
                Unit = offices.Current.Unit(u.UnitId!.Value)?.Code,
                Draw = new { u.Drawn, u.Reached, u.Responded, u.Solved, u.Unsolved, Grades = u.DrawGrades, Excluded = u.DrawExcluded, Satisfied = u.DrawSatisfied(view.Definition).Percent, IsGrey = u.IsDrawGrey(view.Definition) },
                Ratings = new { u.Offered, u.Taken, u.Grades, u.Excluded, u.Bad, u.Fixed, u.FixedInTime, Satisfied = u.Satisfied(view.Definition).Percent, IsGrey = u.IsGrey(view.Definition) },
            }),
        });
    }

    private static string[] Cells(UnitRates u, RateDefinition definition, string name) =>
    [
        name, N(u.Drawn), N(u.Reached), N(u.Responded), P(u.ResponseRate), N(u.Solved), N(u.Unsolved), P(u.SolvedRate), P(u.DrawSatisfied(definition)), N(u.DrawExcluded),
        N(u.Offered), N(u.Taken), P(u.TakenRate), N(u.Grades.Sum()), P(u.Satisfied(definition)), P(u.Good), N(u.Bad), P(u.FixRate), P(u.InTimeRate), N(u.Excluded), N(definition.Version),
    ];

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string P(Rate rate) => rate.Percent is { } percent ? percent.ToString("0.00", CultureInfo.InvariantCulture) + "%" : "";
}
