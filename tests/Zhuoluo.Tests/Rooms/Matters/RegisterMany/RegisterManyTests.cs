using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.RegisterMany;

public sealed class RegisterManyTests(ITestOutputHelper output)
{
    [Theory, EachDatabase]
    public async Task Takes_over_what_the_ledger_says_and_nothing_more(Db db)
    {
        await using var house = await County.OpenAsync(db);

        var done = (await RegisterAsync(house, [Closed(1), Open(2), Closed(3) with { OpenedOn = new DateOnly(2020, 12, 31) }])).Made();
        await house.DrainAsync();

        Assert.Equal(["2021-000001", "2021-000002", "2020-000001"], done.Matters.Select(m => m.Number));
        var matters = await house.ReadAsync(r => r.Set<Matter>().OrderBy(m => m.Id).ToListAsync());
        Assert.Equal((MatterState.Closed, false, MatterOutcome.Solved, new DateOnly(2021, 3, 8)), (matters[0].State, matters[0].IsOpen, matters[0].Outcome, matters[0].ClosedOn));
        Assert.Null(matters[0].DueAt);
        Assert.Equal((MatterState.InProgress, true, MatterOutcome.None), (matters[1].State, matters[1].IsOpen, matters[1].Outcome));
        Assert.NotNull(matters[1].DueAt);
        Assert.Equal(0, await house.ReadAsync(r => r.Set<Publication>().CountAsync()));
        Assert.Equal(2, await house.ReadAsync(r => r.Set<Answer>().CountAsync()));
        var steps = await house.ReadAsync(r => r.Set<Step>().Where(s => s.MatterId == matters[0].Id).OrderBy(s => s.Id).ToListAsync());
        Assert.Equal([Verb.Register, Verb.Close], steps.Select(s => s.Verb));
        Assert.Equal(new DateOnly(2021, 3, 8), LocalDay.Of(steps[1].At));
        var entry = await house.ReadAsync(r => r.Set<LedgerEntry>().OrderBy(e => e.Idx).FirstAsync());
        Assert.Contains(
            "\"pub\":{\"channel\":\"survey\",\"matterKind\":\"suggestion\",\"openedOn\":\"2021-03-01\",\"outcome\":\"solved\",\"state\":\"closed\",\"town\":\"360821101\"}",
            Encoding.UTF8.GetString(entry.Body), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Finds_the_same_person_across_doors_and_seals_one_key_for_them(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var contact = new Contact("王小明", "138-0000-1234", null);
        await County.RegisterAsync(house);

        await RegisterAsync(house, [Closed(1) with { Contact = contact }, Open(2) with { Contact = contact }, Closed(3)]);

        Assert.Single(await house.ReadAsync(r => r.Set<Matter>().Where(m => m.RequesterPrint != null).Select(m => m.RequesterPrint).Distinct().ToListAsync()));
        Assert.Equal(2, await house.ReadAsync(r => r.Set<SubjectKey>().CountAsync()));
        var row = await house.ReadAsync(r => r.Set<MatterContact>().OrderByDescending(c => c.MatterId).FirstAsync());
        var key = await house.ReadAsync(r => r.Set<SubjectKey>().SingleAsync(k => k.Id == row.KeyId));
        Assert.Equal(contact, MatterContacts.Open(house.Services.GetRequiredService<Vault>(), key, row));
    }

    [Fact]
    public async Task One_line_that_cannot_be_keeps_the_batch_out_and_is_named()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        (BulkMatter Line, string Code)[] bad =
        [
            (Closed(1) with { ClosedOn = new DateOnly(2021, 2, 1) }, "closed-before-opened"),
            (Closed(1) with { ClosedOn = null }, "missing"),
            (Open(1) with { Outcome = MatterOutcome.Solved }, "still-open"),
            (Open(1) with { OpenedOn = new DateOnly(2027, 1, 1) }, "day-in-future"),
            (Open(1) with { PlaceCode = "x" }, "unknown-place"),
            (Open(1) with { LeadUnitId = 4 }, "unknown-unit"),
            (Open(1) with { Text = "a\u0001b" }, "control-characters"),
        ];

        foreach (var (line, code) in bad)
        {
            var refusal = Assert.IsType<BulkRefused>((await RegisterAsync(house, [Open(1), line])).Refused());
            Assert.Equal((1, code), (refusal.Index, refusal.Code));
        }
        Assert.Equal(0, await house.ReadAsync(r => r.Set<Matter>().CountAsync()));
        Assert.Equal("not-permitted", (await RegisterAsync(house, [Open(1)], County.Clerk)).Refused().Code);
    }

    [Theory, EachDatabase]
    public async Task Visits_and_shifts_come_in_bulk_too(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var drive = await County.DriveAsync(house);
        var handler = house.Services.GetRequiredService<RecordManyHandler>();

        var visits = (await handler.HandleAsync([new BulkVisit(drive, "李书记", County.Village, new DateOnly(2021, 3, 1), 300)], house.System(), default)).Made();
        var shifts = (await handler.HandleAsync(
            [new BulkShift(drive, new DateOnly(2021, 3, 1), "张局长") { UnitId = County.BureauId }, new BulkShift(drive, new DateOnly(2021, 3, 2), "张局长") { IsCancelled = true }],
            house.System(), default)).Made();
        await house.DrainAsync();

        Assert.Equal((1, 2), (visits.Ids.Count, shifts.Ids.Count));
        var kinds = await house.ReadAsync(r => r.Set<LedgerEntry>().OrderBy(e => e.Idx).Select(e => e.Kind).ToListAsync());
        Assert.Equal(["drive.opened", "visit.recorded", "shift.added", "shift.added", "shift.cancelled"], kinds);
        Assert.Equal("unknown-drive", (await handler.HandleAsync([new BulkShift(7, new DateOnly(2021, 3, 1), "张局长")], house.System(), default)).Refused().Code);
    }

    [Fact]
    public async Task Ten_thousand_go_through_in_batches_of_a_thousand()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var lines = Enumerable.Range(0, 10_000).Select(i => Closed(i) with { Contact = new Contact("王某", $"138{i:D8}", null) }).ToList();
        await RegisterAsync(house, lines[..1000]);
        var watch = Stopwatch.StartNew();

        foreach (var batch in lines.Chunk(1000))
        {
            (await RegisterAsync(house, batch)).Made();
        }

        output.WriteLine($"{lines.Count / watch.Elapsed.TotalSeconds:N0} matters a second");
        Assert.Equal(11_000, await house.ReadAsync(r => r.Set<Matter>().CountAsync()));
    }

    private static BulkMatter Open(int i) =>
        new(MatterKind.Suggestion, Channel.Survey, $"建议第{i}条：增加公交班次，方便群众出行和学生上学。", County.Village, new DateOnly(2021, 3, 1), MatterState.InProgress) { LeadUnitId = County.BureauId };

    private static BulkMatter Closed(int i) => Open(i) with
    {
        State = MatterState.Closed,
        ClosedOn = new DateOnly(2021, 3, 8),
        Outcome = MatterOutcome.Solved,
        ResultText = "已增加早晚各两班。",
    };

    private static Task<Outcome<BatchDone>> RegisterAsync(TestHouse house, IReadOnlyList<BulkMatter> batch, Actor? who = null) =>
        house.Services.GetRequiredService<RegisterManyHandler>().HandleAsync(batch, who is null ? house.System() : house.ActAs(who), default);
}
