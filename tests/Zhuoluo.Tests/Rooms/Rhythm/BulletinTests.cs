using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Documents.Docx;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Tallying;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Rooms.Rhythm.Bulletins;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Rhythm;

public sealed class BulletinTests
{
    private static readonly Actor _second = Town.Somebody(111, "郑督办", Role.Supervisor, Town.County);

    [Theory, EachDatabase]
    public async Task Its_numbers_are_counts_of_the_records_of_the_period(Db db)
    {
        await using var house = await OpenAsync(db);
        var bulletin = await DraftedAsync(house);
        var figures = Computed.Read(bulletin.Figures).Figures.ToDictionary(f => f.Key, f => f.Text);
        Assert.Equal(("4", "2", "1", "50%", "1"), (figures["figure.matters.received"], figures["figure.matters.closed"], figures["matters.solved"], figures["matters.solved-rate"], figures["matters.overdue"]));
        Assert.Equal("增加3件", figures["matters.change"]);
        var units = Computed.Read(bulletin.Figures).Tables.Single(t => t.Key == "units");
        Assert.Equal([["县住建局", "3", "2", "1", "1"], ["梅溪镇政府", "1", "0", "0", "0"]], units.Rows);
        Assert.Equal(["第2条农村道路硬化", "县住建局", "红", "2026年5月31日", "2026年6月30日"], Computed.Read(bulletin.Figures).Tables.Single(t => t.Key == "lights").Rows[0]);

        await house.InsertAsync([AMatter.Row(90, house.Acts.Now, openedOn: bulletin.From)]);
        await CountedAsync(house);
        Assert.Equal("4", Computed.Read((await ReadAsync(house, bulletin.Id)).Figures).Figures.Single(f => f.Key == "figure.matters.received").Text);
        var recounted = (await MoveAsync(house, bulletin.Id, BulletinVerb.Recount, Town.Dispatcher)).Made();
        Assert.Equal("5", Computed.Read(recounted.Figures).Figures.Single(f => f.Key == "figure.matters.received").Text);
    }

    [Theory, EachDatabase]
    public async Task A_second_person_approves_it_gets_a_number_and_never_changes(Db db)
    {
        await using var house = await OpenAsync(db);
        var bulletin = await DraftedAsync(house);
        var today = LocalDay.Of(house.Acts.Now);
        Assert.Equal("bulletin-not-so", (await MoveAsync(house, bulletin.Id, BulletinVerb.Issue, Town.Supervisor)).Refused().Code);
        (await WriteAsync(house, bulletin, bulletin.Prose + "\n各单位要抓紧。", Town.Supervisor)).Made();
        (await MoveAsync(house, bulletin.Id, BulletinVerb.Send, Town.Dispatcher)).Made();
        Assert.Equal("not-permitted", (await MoveAsync(house, bulletin.Id, BulletinVerb.Approve, Town.Dispatcher)).Refused().Code);
        // She changed the text after the drafter, so she wrote it too.
        Assert.Equal("writer-approves", (await MoveAsync(house, bulletin.Id, BulletinVerb.Approve, Town.Supervisor)).Refused().Code);
        Assert.Equal("missing", (await MoveAsync(house, bulletin.Id, BulletinVerb.Return, _second)).Refused().Code);
        (await MoveAsync(house, bulletin.Id, BulletinVerb.Approve, _second)).Made();
        var issued = (await MoveAsync(house, bulletin.Id, BulletinVerb.Issue, Town.Dispatcher)).Made();
        Assert.Equal(("青民通", today.Year, 1, today), (issued.Series, issued.Year, issued.Serial, issued.IssuedOn));

        foreach (var verb in Enum.GetValues<BulletinVerb>().Where(v => v != BulletinVerb.Publish))
        {
            Assert.Equal("bulletin-issued", (await MoveAsync(house, bulletin.Id, verb, _second)).Refused().Code);
        }
        Assert.Equal("bulletin-issued", (await WriteAsync(house, issued, "改", Town.Dispatcher)).Refused().Code);
        var bytes = await PaperAsync(house, issued.Id);
        house.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(bytes, await PaperAsync(house, issued.Id));
        await house.DrainAsync();
        Assert.Equal(["bulletin.drafted", "bulletin.moved", "bulletin.moved", "bulletin.moved", "bulletin.issued"], await house.ReadAsync(r => r.Set<LedgerEntry>().Where(e => e.Kind.StartsWith("bulletin.")).OrderBy(e => e.Idx).Select(e => e.Kind).ToListAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_correction_is_another_one_that_names_the_old(Db db)
    {
        await using var house = await OpenAsync(db);
        var first = await IssuedAsync(house, await DraftedAsync(house));
        var handler = house.Services.GetRequiredService<BulletinsHandler>();
        var id = (await handler.DraftAsync(new DraftBulletin(BulletinKind.Weekly, Town.County.Id, first.From, first.To, "别的") { CorrectsId = first.Id }, house.ActAs(Town.Dispatcher), default)).Made();
        var correction = await ReadAsync(house, id);
        Assert.Equal((first.Kind, first.OfficeId, first.Series, first.Id), (correction.Kind, correction.OfficeId, correction.Series, correction.CorrectsId));
        var silent = (await WriteAsync(house, correction, "数字有误。", Town.Dispatcher)).Made();
        Assert.Equal("correction-names-nothing", (await MoveAsync(house, id, BulletinVerb.Send, Town.Dispatcher)).Refused().Code);
        (await WriteAsync(house, silent, correction.Prose, Town.Dispatcher)).Made();
        var issued = await IssuedAsync(house, await ReadAsync(house, id));
        Assert.Equal(2, issued.Serial);
        Assert.Contains($"青民通〔{issued.Year}〕1号", Computed.Read(issued.Figures).Figures.Single(f => f.Key == "corrects").Text, StringComparison.Ordinal);
        Assert.Equal(first.Prose, (await ReadAsync(house, first.Id)).Prose);
    }

    /// <summary>The period is one month, so the chart has the year before it too; the sum of the units is the figure that stands in the text.</summary>
    [Theory, EachDatabase]
    public async Task Its_charts_and_tables_of_figures_are_of_the_same_records_as_its_numbers(Db db)
    {
        await using var house = await OpenAsync(db);
        var bulletin = await DraftedAsync(house);
        (await WriteAsync(house, bulletin, "收到{收到诉求}件。\n{图：收到诉求、办结诉求|按月}\n{表：收到诉求、办结诉求|按单位}", Town.Dispatcher)).Made();
        var computed = Computed.Read((await ReadAsync(house, bulletin.Id)).Figures);
        var months = computed.Tables.Single(t => t.By == Breakdown.Month);
        Assert.Equal((12, "2025年3月", "收到诉求、办结诉求（近12个月，件）"), (months.Rows.Count, months.Rows[0][0], months.Caption));
        Assert.Equal(["2026年1月", "1", "0"], months.Rows[10]);
        Assert.Equal(["2026年2月", "4", "2"], months.Rows[11]);
        var units = computed.Tables.Single(t => t.By == Breakdown.Unit);
        Assert.Equal([["县住建局", "3", "2"], ["梅溪镇政府", "1", "0"], ["合计", "4", "2"]], units.Rows);

        Assert.Equal("unknown-place-in-text", (await WriteAsync(house, bulletin, "{图：诉求解决率|按月}", Town.Dispatcher)).Refused().Code);
        Assert.Equal("unknown-place-in-text", (await WriteAsync(house, bulletin, "{图：收到诉求、走访次数|按月}", Town.Dispatcher)).Refused().Code);
        var issued = await IssuedAsync(house, await ReadAsync(house, bulletin.Id));
        var stated = Computed.Read(issued.Figures).Figures.Where(f => f.StatedId is not null).Select(f => f.Label);
        Assert.Equal(["收到诉求", "办结诉求"], stated);
        using var file = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(await PaperAsync(house, issued.Id)), false);
        Assert.Single(file.MainDocumentPart!.ChartParts);
    }

    [Fact]
    public async Task A_part_that_nobody_wrote_is_not_sent()
    {
        await using var house = await OpenAsync(Db.Sqlite);
        var bulletin = await DraftedAsync(house, BulletinKind.Weekly);
        var refused = (await MoveAsync(house, bulletin.Id, BulletinVerb.Send, Town.Dispatcher)).Refused();
        Assert.Equal(("unwritten-part", "【请写明下周节点】"), (refused.Code, refused.Arguments.Single()));
        (await WriteAsync(house, bulletin, bulletin.Prose.Replace("【请写明下周节点】", "按计划推进。", StringComparison.Ordinal), Town.Dispatcher)).Made();
        (await MoveAsync(house, bulletin.Id, BulletinVerb.Send, Town.Dispatcher)).Made();
    }

    [Fact]
    public async Task A_number_cannot_be_typed_over_and_a_long_text_is_not_sent()
    {
        await using var house = await OpenAsync(Db.Sqlite);
        var bulletin = await DraftedAsync(house);
        Assert.Equal("unknown-place-in-text", (await WriteAsync(house, bulletin, "共{收到诉求数}件。", Town.Dispatcher)).Refused().Code);
        Assert.Equal("unreadable-series", (await house.Services.GetRequiredService<BulletinsHandler>().WriteAsync(new WriteBulletin(bulletin.Id, 0, "题", "青1", "文"), house.ActAs(Town.Dispatcher), default)).Refused().Code);
        (await WriteAsync(house, bulletin, new string('国', 4_001), Town.Dispatcher)).Made();
        Assert.Equal("document-too-long", (await MoveAsync(house, bulletin.Id, BulletinVerb.Send, Town.Dispatcher)).Refused().Code);
        Assert.Equal("changed-meanwhile", (await house.Services.GetRequiredService<BulletinsHandler>().WriteAsync(new WriteBulletin(bulletin.Id, bulletin.Version, "题", "青", "文"), house.ActAs(Town.Dispatcher), default)).Refused().Code);
        Assert.Equal("not-permitted", (await MoveAsync(house, bulletin.Id, BulletinVerb.Send, Town.HousingHead)).Refused().Code);
        Assert.Equal("wrong-period", (await house.Services.GetRequiredService<BulletinsHandler>().DraftAsync(new DraftBulletin(BulletinKind.Bulletin, Town.Hotline.Id, bulletin.To, bulletin.From, "青"), house.ActAs(Town.Dispatcher), default)).Refused().Code);
    }

    [Theory]
    [InlineData("收到{收到诉求}件，办结12件。", "12")]
    [InlineData("占30.5%，共1,234件", "30.5% 1,234")]
    [InlineData("{收到诉求}件", "")]
    public void Numbers_typed_by_hand_are_told(string prose, string typed) => Assert.Equal(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries), BulletinText.TypedNumbers(prose));

    [Theory]
    [InlineData("Bulletin")]
    [InlineData("Weekly")]
    [InlineData("Monthly")]
    [InlineData("Review")]
    [InlineData("Special")]
    public async Task Every_shipped_draft_can_be_read(string kind)
    {
        await using var house = await OpenAsync(Db.Sqlite);
        var bulletin = await DraftedAsync(house, Enum.Parse<BulletinKind>(kind));
        Assert.False(BulletinText.Read(bulletin.Prose, Computed.Read(bulletin.Figures)).IsRefused(out _, out var blocks));
        Assert.Contains(blocks!, b => b is Documents.Heading);
        Assert.Contains(blocks!, b => b is Documents.Table);
        Assert.DoesNotContain(blocks!, b => b is Documents.Table { Rows.Count: 0 });
    }

    /// <summary>February: four matters, two closed, one of them solved, one open one late; January one; a confidential one that counts nowhere.</summary>
    internal static async Task<TestHouse> OpenAsync(Db db)
    {
        var house = await CadenceTests.OpenAsync(db);
        var at = house.Acts.Now;
        var day = new DateOnly(2026, 2, 10);
        Assert.Equal(new DateOnly(2026, 3, 2), LocalDay.Of(at));
        await house.InsertAsync([
            AMatter.Row(1, at, m => m.LeadUnitId = Town.Housing.Id, MatterState.InProgress, openedOn: new DateOnly(2026, 1, 31)),
            AMatter.Row(2, at, m => Close(m, MatterOutcome.Solved), MatterState.Closed, openedOn: day),
            AMatter.Row(3, at, m => Close(m, MatterOutcome.Explained), MatterState.Closed, openedOn: day),
            AMatter.Row(4, at, m => (m.LeadUnitId, m.DueAt) = (Town.Housing.Id, at.AddDays(-1)), MatterState.InProgress, openedOn: day),
            AMatter.Row(5, at, m => m.LeadUnitId = Town.TownHall.Id, MatterState.InProgress, openedOn: day),
            AMatter.Row(6, at, m => m.IsConfidential = true, openedOn: day),
            MeetingTests.AProject(2, ProjectLight.Red, Town.Housing.Id),
        ]);
        await CountedAsync(house);
        return house;
    }

    // Rows without entries are in no tally until they are counted anew.
    private static Task<int> CountedAsync(TestHouse house) => house.Services.GetRequiredService<TallyCheck>().RebuildAsync(house.System(), default);

    private static void Close(Matter matter, MatterOutcome outcome) =>
        (matter.LeadUnitId, matter.Outcome, matter.ClosedOn) = (Town.Housing.Id, outcome, new DateOnly(2026, 2, 20));

    private static async Task<Bulletin> DraftedAsync(TestHouse house, BulletinKind kind = BulletinKind.Bulletin)
    {
        var draft = new DraftBulletin(kind, Town.Hotline.Id, new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28), "青民通");
        return await ReadAsync(house, (await house.Services.GetRequiredService<BulletinsHandler>().DraftAsync(draft, house.ActAs(Town.Dispatcher), default)).Made());
    }

    private static async Task<Bulletin> IssuedAsync(TestHouse house, Bulletin bulletin)
    {
        (await MoveAsync(house, bulletin.Id, BulletinVerb.Send, Town.Dispatcher)).Made();
        (await MoveAsync(house, bulletin.Id, BulletinVerb.Approve, Town.Supervisor)).Made();
        return (await MoveAsync(house, bulletin.Id, BulletinVerb.Issue, Town.Dispatcher)).Made();
    }

    private static Task<Bulletin> ReadAsync(TestHouse house, long id) => house.ReadAsync(r => r.Set<Bulletin>().SingleAsync(b => b.Id == id));

    private static async Task<byte[]> PaperAsync(TestHouse house, long id) =>
        DocxFile.Write(BulletinPaper.Of(await ReadAsync(house, id), house.Services.GetRequiredService<Offices>().Current).Made());

    private static Task<Outcome<Bulletin>> WriteAsync(TestHouse house, Bulletin bulletin, string prose, Actor who) =>
        house.Services.GetRequiredService<BulletinsHandler>().WriteAsync(new WriteBulletin(bulletin.Id, 0, bulletin.Title, bulletin.Series, prose), house.ActAs(who), default);

    private static Task<Outcome<Bulletin>> MoveAsync(TestHouse house, long id, BulletinVerb verb, Actor who) =>
        house.Services.GetRequiredService<BulletinsHandler>().MoveAsync(new MoveBulletin(id, verb, 0), house.ActAs(who), default);
}
