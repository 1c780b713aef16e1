using System.Text.Json;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Petitions;

namespace Zhuoluo.Demo;

/// <summary>Two dozen petitions of an old list and a dozen that are under way, one of them through both reviews.</summary>
internal sealed class DemoPetitions(DemoTools tools)
{
    private const int Past = 26;
    private readonly PetitionPhrases _says = PetitionPhrases.Read();

    private Actor Office => tools.Staff["dispatcher"];
    private Actor Supervisor => tools.Staff["supervisor"];

    public async Task MakeAsync(CancellationToken cancel)
    {
        await PastAsync(cancel);
        var index = 0;
        foreach (var (days, tell) in Stories())
        {
            tools.Clock.Set(LocalDay.Of(tools.Now).AddDays(-days), 9, index * 4);
            var id = await RegisterAsync(index++, cancel);
            await tell(id, cancel);
        }
        tools.Clock.Set(tools.Now);
    }

    // Half are long-standing cases, half repeats handed down from above; all but three are settled and checked.
    private async Task PastAsync(CancellationToken cancel)
    {
        tools.Clock.Set(tools.Now.AddDays(-1));
        var villages = tools.Villages();
        var today = LocalDay.Of(tools.Now);
        var lines = Enumerable.Range(0, Past).Select(i =>
        {
            var village = tools.Dice.Of(villages);
            var opened = today.AddDays(-400 + (i * 9));
            var isClosed = i % 9 != 4;
            return new BulkMatter(MatterKind.Help, Channel.Window, tools.Words.Fill(_says.Texts[i % _says.Texts.Count], village.Name), village.Code, opened,
                isClosed ? MatterState.Closed : MatterState.InProgress)
            {
                Outcome = isClosed ? MatterOutcome.Solved : MatterOutcome.None,
                ClosedOn = isClosed ? opened.AddDays(40 + (i % 20)) : null,
                ResultText = isClosed ? _says.Resolved : null,
                LeadUnitId = tools.UnitId(village.Code[..9]),
                Contact = new Contact(tools.Words.Name(), tools.Words.Phone(), null),
            };
        }).ToList();
        var done = DemoTools.Must(await tools.Get<RegisterManyHandler>().HandleAsync(lines, tools.Operator(), cancel));
        var past = done.Matters.Select((m, i) => new PastPetition(m.MatterId, i % 2 == 0 ? SourceLevel.County : i % 4 == 1 ? SourceLevel.Central : SourceLevel.Province, PetitionForm.Letter, lines[i].OpenedOn)
        {
            Sort = PetitionSort.Claim,
            Route = PetitionRoute.Opinion,
            Stage = lines[i].ClosedOn is null ? PetitionStage.Handling : PetitionStage.OpinionGiven,
            HardReason = i % 2 == 0 ? _says.Hard : null,
            IsRepeatListed = i % 2 == 1,
            Times = i % 2 == 1 ? 2 + (i % 4) : 1,
            ResolvedOn = lines[i].ClosedOn,
            CheckedOn = lines[i].ClosedOn?.AddDays(5),
            CheckedByName = Supervisor.Name,
        }).ToList();
        DemoTools.Must(await tools.Get<RecordPastPetitionsHandler>().HandleAsync(past, tools.Operator(), cancel));
    }

    private IEnumerable<(int Days, Func<long, CancellationToken, Task> Tell)> Stories() =>
    [
        (2, (_, _) => Task.CompletedTask),
        (17, (_, _) => Task.CompletedTask),
        (5, (id, c) => SortAsync(id, PetitionRoute.Opinion, c)),
        (6, (id, c) => ForwardAsync(id, PetitionRoute.Administrative, c)),
        (20, (id, c) => ForwardAsync(id, PetitionRoute.Opinion, c)),
        (25, ElsewhereAsync),
        (30, AcceptAsync),
        (66, AcceptAsync),
        (40, DiaryAsync),
        (75, OpinionAsync),
        (100, ReviewedAsync),
        (140, BothReviewsAsync),
        (9, AccusationAsync),
    ];

    private async Task<long> RegisterAsync(int index, CancellationToken cancel)
    {
        var village = tools.Dice.Of(tools.Villages());
        var isGroup = index == 8;
        var command = new RegisterPetition("national", (SourceLevel)(1 + (index % 5)), (PetitionForm)(1 + (index % 4)), tools.Words.Fill(_says.Texts[index % _says.Texts.Count], village.Name), village.Code)
        {
            OfficialNumber = $"XF{360821_000_000L + index}",
            Contact = new Contact(tools.Words.Name(), tools.Words.Phone(), null),
            Times = 1 + (index % 3),
            People = isGroup ? 23 : 1,
            Representatives = isGroup ? 5 : 0,
            HardReason = index is 7 or 8 or 11 ? _says.Hard : null,
        };
        return DemoTools.Must(await tools.Get<RegisterPetitionHandler>().HandleAsync(command, tools.As(Office), cancel)).MatterId;
    }

    private Task SortAsync(long id, PetitionRoute route, CancellationToken cancel) =>
        DoAsync(Office, id, PetitionVerb.Sort, d => d with { Sort = PetitionSort.Claim, Route = route }, cancel);

    private async Task ForwardAsync(long id, PetitionRoute route, CancellationToken cancel)
    {
        await SortAsync(id, route, cancel);
        await DoAsync(Office, id, PetitionVerb.Forward, d => d with { UnitId = tools.UnitId(DemoPeople.Housing) }, cancel);
    }

    private async Task ElsewhereAsync(long id, CancellationToken cancel)
    {
        await ForwardAsync(id, PetitionRoute.Administrative, cancel);
        await DoAsync(Handler, id, PetitionVerb.TellElsewhere, d => d with { Text = _says.Elsewhere }, cancel);
    }

    private async Task AcceptAsync(long id, CancellationToken cancel)
    {
        await ForwardAsync(id, PetitionRoute.Opinion, cancel);
        await DoAsync(Handler, id, PetitionVerb.TellAccepted, d => d, cancel);
    }

    private async Task DiaryAsync(long id, CancellationToken cancel)
    {
        await AcceptAsync(id, cancel);
        await DoAsync(Office, id, PetitionVerb.GiveLead, d => d with { PersonId = tools.Staff["leader"].PersonId }, cancel);
        foreach (var (kind, text) in new[] { (NoteKind.HomeVisit, _says.Visit), (NoteKind.Talk, _says.Talk), (NoteKind.Meeting, _says.Meeting) })
        {
            Pass(3);
            await DoAsync(Handler, id, PetitionVerb.Note, d => d with { NoteKind = kind, On = Today, Text = text }, cancel);
        }
        await DoAsync(Office, id, PetitionVerb.AddRepeat, d => d with { On = Today, Text = _says.Again }, cancel);
    }

    private async Task OpinionAsync(long id, CancellationToken cancel)
    {
        await AcceptAsync(id, cancel);
        Pass(30);
        await DoAsync(Handler, id, PetitionVerb.GiveOpinion, Written, cancel);
    }

    private async Task ReviewedAsync(long id, CancellationToken cancel)
    {
        await OpinionAsync(id, cancel);
        Pass(12);
        await DoAsync(Office, id, PetitionVerb.AskReview, d => d with { UnitId = tools.UnitId(DemoPeople.County), On = Today }, cancel);
        Pass(15);
        await DoAsync(Office, id, PetitionVerb.DecideReview, d => Written(d) with { Opinion = _says.Review, Ruling = ReviewRuling.Uphold }, cancel);
    }

    private async Task BothReviewsAsync(long id, CancellationToken cancel)
    {
        await DoAsync(Office, id, PetitionVerb.GiveLead, d => d with { PersonId = tools.Staff["leader"].PersonId }, cancel);
        await ReviewedAsync(id, cancel);
        Pass(10);
        await DoAsync(Office, id, PetitionVerb.AskSecondReview, d => d with { Body = _says.ReviewBody, On = Today }, cancel);
        Pass(4);
        await DoAsync(Office, id, PetitionVerb.BeginHearing, d => d, cancel);
        Pass(3);
        await DoAsync(Office, id, PetitionVerb.EndHearing, d => d, cancel);
        Pass(9);
        await DoAsync(Office, id, PetitionVerb.DecideSecondReview, d => Written(d) with { Opinion = _says.Review, Ruling = ReviewRuling.Uphold }, cancel);
        await DoAsync(Handler, id, PetitionVerb.Resolve, d => d with { On = Today, Text = _says.Resolved }, cancel);
        Pass(2);
        await DoAsync(Supervisor, id, PetitionVerb.CheckResolved, d => d, cancel);
    }

    private Task AccusationAsync(long id, CancellationToken cancel) =>
        DoAsync(Office, id, PetitionVerb.Sort, d => d with { Sort = PetitionSort.Accusation, AccusedUnitId = tools.UnitId(DemoPeople.Roads) }, cancel);

    private Actor Handler => tools.Staff["housing.handler"];
    private DateOnly Today => LocalDay.Of(tools.Clock.Now);

    private PetitionDeed Written(PetitionDeed deed) => deed with
    {
        Claim = _says.Claim,
        Facts = _says.Facts,
        Opinion = _says.Opinion,
        Basis = _says.Basis,
        Outcome = OpinionOutcome.Support,
        On = Today,
        DeliveredOn = Today,
    };

    private async Task DoAsync(Actor who, long id, PetitionVerb verb, Func<PetitionDeed, PetitionDeed> with, CancellationToken cancel)
    {
        tools.Clock.Set(tools.Clock.Now.AddMinutes(37));
        DemoTools.Must(await tools.Get<DoPetitionDeed>().DoAsync(with(new PetitionDeed(id, verb, 0)), tools.As(who), cancel));
    }

    private void Pass(int days) => tools.Clock.Set(tools.Clock.Now.AddDays(days));
}

/// <summary>Invented petitions and what is said of them, from catalog/demo/petitions.json.</summary>
internal sealed record PetitionPhrases(
    IReadOnlyList<string> Texts, string Suggestion, string Accusation, string Hard, string Again, string Elsewhere, string Visit, string Talk, string Meeting,
    string Claim, string Facts, string Opinion, string Basis, string Review, string ReviewBody, string Resolved, BacklogPhrases Backlog, IncidentPhrases Incident)
{
    public static PetitionPhrases Read() => JsonSerializer.Deserialize<PetitionPhrases>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalog", "demo", "petitions.json")), JsonSerializerOptions.Web)!;
}

internal sealed record BacklogPhrases(string Name, string Scope, string Rule, string Sprint, string Text, string Result);

internal sealed record IncidentPhrases(string Name, string Branch, string Commando, string Result, string Ended, string EndedTeam, string EndedResult);
