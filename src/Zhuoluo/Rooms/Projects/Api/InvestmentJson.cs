using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Elements;
using Zhuoluo.Rooms.Projects.Investment;
using Zhuoluo.Rooms.Projects.Labels;

namespace Zhuoluo.Rooms.Projects.Api;

/// <summary>Shapes of the answers about agreements, events, rounds, labels and needs. Money is whole fen, ids are text.</summary>
internal static class InvestmentJson
{
    public static long? Id(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    public static object Of(AgreementLine a, OfficesSnapshot offices) => new
    {
        a.Number,
        a.Name,
        a.Investor,
        type = Word.Of(a.Type),
        a.AmountFen,
        a.Field,
        a.SignedOn,
        @event = a.EventId is { } id ? Text(id) : null,
        unit = offices.Unit(a.UnitId)?.Code,
        a.Project,
        state = Word.Of(a.Stage),
    };

    public static object Of(InvestmentSums sums) => new
    {
        count = sums.All.Count,
        amountFen = sums.All.Fen,
        types = sums.ByType.OrderBy(t => t.Key).Select(t => new { type = Word.Of(t.Key), t.Value.Count, amountFen = t.Value.Fen }),
        states = sums.ByStage.OrderBy(t => t.Key).Select(t => new { state = Word.Of(t.Key), t.Value.Count, amountFen = t.Value.Fen }),
    };

    public static object Of(SigningEvent e, AgreementSum sum, OfficesSnapshot offices) => new
    {
        id = Text(e.Id),
        e.Name,
        e.HeldOn,
        e.Venue,
        unit = offices.Unit(e.UnitId)?.Code,
        e.StatedCount,
        e.StatedFen,
        e.IsPublic,
        sum.Count,
        amountFen = sum.Fen,
    };

    public static object Of(BatchStart b, IEnumerable<string> projects, OfficesSnapshot offices) => new
    {
        id = Text(b.Id),
        b.Year,
        b.Ordinal,
        kind = Word.Of(b.Kind),
        level = Word.Of(b.Level),
        b.Name,
        b.HeldOn,
        b.Venue,
        unit = offices.Unit(b.UnitId)?.Code,
        projects,
    };

    public static object Of(LabelShown shown) => new
    {
        shown.Label.Code,
        shown.Label.Name,
        shown.Label.Source,
        shown.Label.From,
        shown.Label.EndedOn,
        shown.Agrees,
        groups = shown.Groups.Select(g => new
        {
            g.Group.Name,
            g.Group.Stated,
            g.Group.IsOpen,
            g.Agrees,
            members = g.Members.Select(m => new { m.Member.Name, m.Member.Tag, m.Projects, m.Agreements }),
        }),
    };

    public static object Of(ThemePlan plan, IEnumerable<PlanTask> tasks, OfficesSnapshot offices) => new
    {
        plan.Code,
        plan.Name,
        plan.Year,
        unit = offices.Unit(plan.UnitId)?.Code,
        plan.IssuedOn,
        aspects = tasks.GroupBy(t => t.AspectName).Select(a => new
        {
            name = a.Key,
            tasks = a.Select(t => new { t.Serial, t.Text, unit = offices.Unit(t.UnitId)?.Code, t.DueOn, state = Word.Of(t.State), t.DoneOn, t.Result }),
        }),
    };

    public static object Of(NeedLine line, OfficesSnapshot offices, DateOnly today) => new
    {
        id = Text(line.Need.Id),
        project = line.Number,
        kind = Word.Of(line.Need.Kind),
        line.Need.Text,
        askedBy = offices.Unit(line.Need.AskedById)?.Code,
        line.Need.AskedOn,
        unit = line.Need.UnitId is { } unit ? offices.Unit(unit)?.Code : null,
        line.Need.DueOn,
        state = Word.Of(line.Need.State),
        isOverdue = line.Need.IsOverdue(today),
        line.Need.Answer,
        line.Need.AnsweredOn,
    };
}
