using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Detail;

namespace Zhuoluo.Rooms.Projects.Api;

/// <summary>Shapes of the answers. Percents and quantities are decimals, money is whole fen.</summary>
internal static class ProjectJson
{
    public static object Of(Programme p, ProjectSum sum, OfficesSnapshot offices) => new
    {
        p.Code,
        p.Name,
        p.Year,
        kind = Word.Of(p.Kind),
        level = Word.Of(p.Level),
        unit = offices.Unit(p.UnitId)?.Code,
        p.EntryRule,
        p.HigherTotal,
        p.IsPublic,
        p.IsDisjoint,
        sum.Total,
        sum.Done,
        sum.UnderWay,
        sum.Closed,
        sum.Early,
        sum.OnTime,
        sum.Late,
        lights = new { sum.Green, sum.Yellow, sum.Red },
        plannedFen = sum.Planned,
        arrivedFen = sum.Arrived,
        paidFen = sum.Paid,
    };

    public static object Of(ProjectLine r, OfficesSnapshot offices) => new
    {
        r.Number,
        r.Name,
        state = Word.Of(r.State),
        light = Word.Of(r.Light),
        causes = Causes(r.Causes),
        leadUnit = offices.Unit(r.LeadUnitId)?.Code,
        leader = r.LeaderName,
        donePercent = Amounts.Percent(r.Done),
        r.PlannedStart,
        r.PlannedFinish,
        r.FirstFinish,
        r.CompletedOn,
    };

    public static object Of(ProjectStory story, OfficesSnapshot offices)
    {
        var p = story.Project;
        return new
        {
            p.Number,
            p.Name,
            p.Content,
            state = Word.Of(p.State),
            light = Word.Of(p.Light),
            causes = Causes(p.Causes),
            reason = p.Reason is { } reason ? Word.Of(reason) : null,
            leadUnit = offices.Unit(p.LeadUnitId)?.Code,
            assisting = story.Assisting.Select(u => offices.Unit(u)?.Code),
            leader = p.LeaderName,
            place = p.PlaceCode,
            donePercent = Amounts.Percent(p.Done),
            p.PlannedStart,
            p.PlannedFinish,
            p.FirstFinish,
            p.StartedOn,
            p.CompletedOn,
            p.AcceptedOn,
            p.ClosedOn,
            when = Word.Of(p.Punctuality),
            p.Beneficiaries,
            p.IsEstimated,
            p.Version,
            lists = story.File.Listings.Where(l => l.RemovedOn is null).Select(l => new { code = story.Programmes.Single(x => x.Id == l.ProgrammeId).Code, l.Serial }),
            targets = story.File.TargetsNow.Select(t => new { t.Id, t.What, promised = Amounts.Quantity(t.Promised), reached = Amounts.Quantity(t.Reached), t.Unit, t.Evidence }),
            money = story.File.MoneyNow.Select(m => new { m.Id, source = Word.Of(m.Source), plannedFen = m.Planned, arrivedFen = m.Arrived, paidFen = m.Paid }),
            nodes = story.File.Nodes.Select(n => new { n.Id, n.Name, n.Weight, n.PlannedOn, n.ReachedOn }),
            progress = story.ProgressNow.Select(r => new { r.Period, donePercent = Amounts.Percent(r.Done), r.Text, r.Problem, r.Needs, r.Next }),
            slips = story.File.Pleas.Where(x => x is { Kind: PleaKind.Slip, IsGranted: true }).Select(x => new { x.From, x.To, reason = Word.Of(x.Reason), x.Text }),
            lights = story.Lights.Select(l => new { l.On, light = Word.Of(l.Light), causes = Causes(l.Causes), behindPoints = Amounts.Percent(l.Behind) }),
            matters = story.Matters.Select(m => m.Number),
        };
    }

    private static IEnumerable<string> Causes(LightCause causes) => Enum.GetValues<LightCause>().Where(c => c != LightCause.None && causes.HasFlag(c)).Select(Word.Of);
}
