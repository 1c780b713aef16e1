using System.Globalization;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Demo.Promises;

/// <summary>Invents the projects of a group: names, leaders, days and what the figures leave open.</summary>
internal sealed class PromiseMaker
{
    private const int Leaders = 12;
    private const long TenThousandYuan = 1_000_000;
    private const int Thousandths = 1000;
    private const int Percent = 100;

    private readonly DemoTools _tools;
    private readonly PromiseWords _words;
    private readonly IReadOnlyList<Unit> _bureaus;
    private readonly IReadOnlyList<Unit> _towns;
    private readonly IReadOnlyList<Unit> _districts;
    private readonly ILookup<string, Place> _villages;
    private readonly string _place;
    private readonly string[] _leaders;
    private readonly HashSet<string> _names = [];
    private readonly Dictionary<string, int> _taken = [];
    private int _next;

    public PromiseMaker(DemoTools tools, PromiseWords words, PromisePlace place)
    {
        (_tools, _words) = (tools, words);
        _bureaus = [.. tools.Offices.Units.Where(u => u.Kind == UnitKind.Department && u.Code.Count(c => c == '-') == 1)];
        _towns = [.. tools.Offices.Units.Where(u => u.Kind == UnitKind.Town)];
        _districts = [.. _bureaus.Where(u => !place.Code.StartsWith(DemoPeople.County, StringComparison.Ordinal) && !u.Name.EndsWith('局'))];
        _villages = tools.Villages().ToLookup(v => v.Code[..9]);
        _leaders = [.. Enumerable.Range(0, Leaders).Select(_ => tools.Words.Name())];
        _place = place.Name;
    }

    public IEnumerable<PastProject> Make(PromiseGroup group, PromiseList list)
    {
        var share = group.TotalYuan / group.Count ?? 0;
        for (var i = 0; i < group.Count; i++)
        {
            // What does not divide goes to the first, so that the sum is whole.
            var yuan = group.TotalYuan is { } total ? (i == 0 ? total - (share * (group.Count - 1)) : share) : (long?)null;
            yield return One(group, list, i, yuan);
        }
    }

    private PastProject One(PromiseGroup group, PromiseList list, int i, long? yuan)
    {
        var topic = _words.Topics[_next++ % _words.Topics.Count];
        topic = group.Field is { } field ? _words.Topics.FirstOrDefault(t => t.Field == field) ?? topic : topic;
        var town = list.Level >= PublicLevel.Town && _towns.Count > 0 ? _towns[i % _towns.Count] : null;
        var bureau = _bureaus.FirstOrDefault(u => u.Name.Contains(topic.Bureau, StringComparison.Ordinal)) ?? _bureaus[i % _bureaus.Count];
        var lead = town ?? (_districts.Count > 0 ? _districts[i % _districts.Count] : bureau);
        var (start, finish) = Plan(group, list);
        var measured = group.Targets.Count > 0 ? group.Targets : group.IsPlain || group.Subjects == "reforms" ? [] : [Target(topic, group)];
        var project = new NewProject(Name(group, topic, lead, i), lead.Id, start, finish)
        {
            Content = group.Content ?? (measured.Count == 0 ? null : string.Join("，", measured.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.What}{t.Promised}{t.Unit}"))) + "。"),
            FieldCode = group.Fields.Count > 0 ? group.Fields[i % group.Fields.Count] : group.Subjects == "reforms" ? "政务服务" : topic.Field,
            Source = list.Source,
            Level = list.Level,
            LeaderName = _leaders[i % Leaders],
            LeaderPost = _words.Posts[i % Leaders % _words.Posts.Count],
            Beneficiaries = group.Beneficiaries,
            IsEstimated = group.IsEstimated,
            IsBreakthrough = group.IsBreakthrough,
            AssistingUnitIds = bureau.Id == lead.Id ? [] : [bureau.Id],
            Targets = [.. measured.Select(t => new NewTarget(t.What, t.Promised * Thousandths, t.Unit) { Reached = t.Reached * Thousandths, Evidence = t.Evidence ?? (t.Reached >= t.Promised ? "现场核查记录" : null) })],
            Money = Money(group, topic, yuan),
        };
        return Past(group, list, project);
    }

    private (DateOnly Start, DateOnly Finish) Plan(PromiseGroup group, PromiseList list)
    {
        var start = new DateOnly(list.Year - (group.IsBegunEarlier ? 1 : 0), _tools.Dice.Between(2, 6), _tools.Dice.Between(1, 28));
        var month = new DateOnly(list.Year, _tools.Dice.Between(9, 11), 1);
        return (start, group.Finish ?? (group.State.IsDone() ? month.AddMonths(1).AddDays(-1) : new DateOnly(list.Year, 12, 31)));
    }

    private PastProject Past(PromiseGroup group, PromiseList list, NewProject project)
    {
        var isDone = group.State.IsDone();
        var begun = group.State is not (ProjectState.Candidate or ProjectState.Screened or ProjectState.Listed);
        DateOnly? completed = isDone && group.When == Punctuality.OnTime ? project.PlannedFinish
            : isDone ? project.PlannedFinish.AddDays(-_tools.Dice.Between(1, 25))
            : group.IsKeptUp ? list.AsOf.AddDays(-_tools.Dice.Between(20, 70))
            : null;
        var accepted = group.State is ProjectState.Accepted or ProjectState.Closed ? completed!.Value.AddDays(_tools.Dice.Between(2, 9)) : (DateOnly?)null;
        return new PastProject(project, group.State)
        {
            AsOf = list.AsOf,
            Done = isDone || group.IsKeptUp ? 100 * Percent : begun ? Percent * Going(project, list.AsOf) : 0,
            StartedOn = begun ? project.PlannedStart : null,
            PartBuiltOn = group.State == ProjectState.PartBuilt ? list.AsOf.AddDays(-_tools.Dice.Between(10, 90)) : null,
            CompletedOn = completed,
            AcceptedOn = accepted,
            ClosedOn = group.State == ProjectState.Closed ? accepted!.Value.AddDays(_tools.Dice.Between(7, 14)) : null,
            Text = group.Text,
            IsReported = begun,
        };
    }

    // Mostly near the plan, some behind: the lights find out.
    private int Going(NewProject project, DateOnly asOf)
    {
        var span = Math.Max(1, project.PlannedFinish.DayNumber - project.PlannedStart.DayNumber);
        var planned = Math.Min(95, Math.Max(5, 100 * (asOf.DayNumber - project.PlannedStart.DayNumber) / span));
        return Math.Clamp(planned + _tools.Dice.Between(-14, 6) - (_tools.Dice.Below(12) == 0 ? 25 : 0), 3, 98);
    }

    private PromiseTarget Target(PromiseTopic topic, PromiseGroup group)
    {
        var promised = _tools.Dice.Between(topic.Low, topic.High);
        return new PromiseTarget(topic.What, promised, topic.Unit, group.State.IsDone() || group.IsKeptUp ? promised : promised / 2);
    }

    private List<NewMoney> Money(PromiseGroup group, PromiseTopic topic, long? yuan)
    {
        var fen = yuan * Percent ?? (group.IsPlain || group.Subjects is not null || group.Names.Count > 0 ? 0 : _tools.Dice.Between(topic.Money[0], topic.Money[1]) * TenThousandYuan);
        return fen == 0 ? [] : [new NewMoney(MoneySource.County, fen) { Arrived = group.State.IsDone() ? fen : fen / 2, Paid = group.State.IsDone() ? fen : fen / 3 }];
    }

    private string Name(PromiseGroup group, PromiseTopic topic, Unit lead, int i)
    {
        if (group.Names.Count > 0)
        {
            return group.Names[i % group.Names.Count];
        }
        var subjects = group.Subjects is { } key ? _words.Subjects[key] : topic.Names;
        var where = group.Subjects is null or "works" ? Where(lead) : "";
        var stem = where + (group.Subjects is null ? _tools.Dice.Of(subjects) : subjects[_taken.GetValueOrDefault(group.Subjects) % subjects.Count]);
        if (group.Subjects is { } words)
        {
            _taken[words] = _taken.GetValueOrDefault(words) + 1;
        }
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}（{number}）");
            if (_names.Add(name))
            {
                return name;
            }
        }
    }

    // In a town of which the villages are known, one of them; what a bureau leads lies in some town.
    private string Where(Unit lead)
    {
        if (lead.Kind != UnitKind.Town && !_districts.Contains(lead) && _towns.Count == 0)
        {
            return _place;
        }
        var owner = lead.Kind == UnitKind.Town || _districts.Contains(lead) ? lead : _tools.Dice.Of(_towns);
        return _villages[owner.Code].ToList() is { Count: > 0 } villages ? _tools.Dice.Of(villages).Name.Replace("村委会", "村", StringComparison.Ordinal).Replace("居委会", "社区", StringComparison.Ordinal) : owner.Name.Replace("人民政府", "", StringComparison.Ordinal);
    }
}
