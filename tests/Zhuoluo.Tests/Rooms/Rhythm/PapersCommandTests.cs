using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Rooms.Rhythm.Commands;
using Zhuoluo.Start;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Rhythm;

public sealed class PapersCommandTests
{
    // The clock of the test stands on Monday, 2 March 2026.
    private static readonly PaperOrder _weekly = new(BulletinKind.Weekly, Town.Hotline.Code, "last-week", "青民周");

    [Theory, EachDatabase]
    public async Task A_job_drafts_last_weeks_report_once_under_its_name_with_an_entry(Db db)
    {
        await using var house = await BulletinTests.OpenAsync(db);
        var (code, output, _) = await DraftAsync(house, _weekly);
        Assert.Equal(Exit.Done, code);
        var drafted = await house.ReadAsync(r => r.Set<Bulletin>().SingleAsync());
        Assert.Equal(
            (drafted.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), BulletinKind.Weekly, Town.Hotline.Id, new DateOnly(2026, 2, 23), new DateOnly(2026, 3, 1), "青民周", BulletinState.Draft, "nightly"),
            (output.Trim(), drafted.Kind, drafted.OfficeId, drafted.From, drafted.To, drafted.Series, drafted.State, drafted.DraftedByName));
        Assert.Equal(1, await house.ReadAsync(r => r.Set<LedgerEntry>().CountAsync(e => e.Kind == "bulletin.drafted" && e.SubjectId == drafted.Id)));

        var again = await DraftAsync(house, _weekly with { IsOnce = true });
        Assert.Equal((Exit.Done, output), (again.Code, again.Output));
        Assert.Equal(1, await house.ReadAsync(r => r.Set<Bulletin>().CountAsync()));

        // The next one has the series of the last.
        Assert.Equal(Exit.Done, (await DraftAsync(house, _weekly with { Period = "2026-02-16..2026-02-22", Series = null, IsOnce = true })).Code);
        Assert.Equal(["青民周", "青民周"], await house.ReadAsync(r => r.Set<Bulletin>().Select(b => b.Series).ToListAsync()));
    }

    [Fact]
    public async Task What_the_page_refuses_the_command_refuses_with_its_words()
    {
        await using var house = await BulletinTests.OpenAsync(Db.Sqlite);
        Assert.Equal((Exit.Refused, "error: no unit 无此单位\nhint: zhuoluo unit list\n"), Said(await DraftAsync(house, _weekly with { Unit = "无此单位" })));
        Assert.Equal((Exit.Misuse, $"error: give the period as {PaperPeriod.Written}\n"), Said(await DraftAsync(house, _weekly with { Period = "soon" })));
        Assert.Equal((Exit.Misuse, $"error: give the period as {PaperPeriod.Written}\n"), Said(await DraftAsync(house, _weekly with { Period = "" })));
        Assert.Equal((Exit.Refused, "error: wrong-period (To): The period is wrong: it must end after it begins, last a year at most and not begin after today.\n"), Said(await DraftAsync(house, _weekly with { Period = "2026-04" })));
        var (code, _, notes) = await DraftAsync(house, _weekly with { Series = null });
        Assert.Equal(Exit.Refused, code);
        Assert.StartsWith("error: missing (Series): ", notes, StringComparison.Ordinal);
        Assert.Equal(0, await house.ReadAsync(r => r.Set<Bulletin>().CountAsync()));
    }

    [Fact]
    public async Task Who_drafted_under_a_stated_name_does_not_approve_it()
    {
        await using var house = await BulletinTests.OpenAsync(Db.Sqlite);
        var (_, id, _) = await DraftAsync(house, _weekly with { Kind = BulletinKind.Bulletin }, Town.Supervisor.Name);
        var handler = house.Services.GetRequiredService<BulletinsHandler>();
        var paper = long.Parse(id, System.Globalization.CultureInfo.InvariantCulture);
        (await handler.MoveAsync(new MoveBulletin(paper, BulletinVerb.Send, 0), house.ActAs(Town.Dispatcher), default)).Made();
        Assert.Equal("writer-approves", (await handler.MoveAsync(new MoveBulletin(paper, BulletinVerb.Approve, 0), house.ActAs(Town.Supervisor), default)).Refused().Code);
        (await handler.MoveAsync(new MoveBulletin(paper, BulletinVerb.Approve, 0), house.ActAs(Town.Somebody(111, "郑督办", Role.Supervisor, Town.County)), default)).Made();
    }

    [Theory, EachDatabase]
    public async Task Papers_of_a_period_are_listed_and_each_is_written_to_a_file(Db db)
    {
        await using var house = await BulletinTests.OpenAsync(db);
        var weekly = (await DraftAsync(house, _weekly)).Output.Trim();
        var monthly = (await DraftAsync(house, new PaperOrder(BulletinKind.Monthly, Town.Hotline.Name, "2026-01", "青民月"))).Output.Trim();

        Assert.Equal([monthly, weekly], (await ListAsync(house, null, "2026", isJson: false)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0]));
        Assert.StartsWith($"{weekly}\tdraft\tweekly\t2026-02-23\t2026-03-01\t-\t", (await ListAsync(house, "360821", "2026-03", isJson: false)).Output, StringComparison.Ordinal);
        var told = JsonDocument.Parse((await ListAsync(house, null, "last-month", isJson: true)).Output).RootElement.EnumerateArray().Single();
        Assert.Equal((weekly, "weekly", Town.Hotline.Code), (told.GetProperty("id").GetString(), told.GetProperty("kind").GetString(), told.GetProperty("unit").GetString()));
        Assert.Equal(Exit.Misuse, (await ListAsync(house, "110000", null, isJson: false)).Code);

        var folder = Directory.CreateTempSubdirectory("zlpapers");
        try
        {
            var (id, title) = (long.Parse(weekly, System.Globalization.CultureInfo.InvariantCulture), await house.ReadAsync(r => r.Set<Bulletin>().Where(b => b.Kind == BulletinKind.Weekly).Select(b => b.Title).SingleAsync()));
            foreach (var format in new[] { "docx", "xlsx", "html" })
            {
                Assert.Equal(Exit.Done, (await ExportAsync(house, id, Path.Combine(folder.FullName, "paper." + format), "https://zhuoluo.example/")).Code);
            }
            using (var document = WordprocessingDocument.Open(Path.Combine(folder.FullName, "paper.docx"), false))
            {
                Assert.Contains(title, document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
            }
            using (var book = SpreadsheetDocument.Open(Path.Combine(folder.FullName, "paper.xlsx"), false))
            {
                Assert.NotEmpty(book.WorkbookPart!.WorksheetParts);
            }
            var html = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "paper.html"));
            Assert.Contains($"<title>{title}</title>", html, StringComparison.Ordinal);
            Assert.Contains("official-draft", html, StringComparison.Ordinal);
            Assert.Contains("href=\"https://zhuoluo.example/figures/", html, StringComparison.Ordinal);
            Assert.Equal(Exit.Misuse, (await ExportAsync(house, id, Path.Combine(folder.FullName, "paper.pdf"), null)).Code);
            Assert.Equal(Exit.Refused, (await ExportAsync(house, 1, Path.Combine(folder.FullName, "none.docx"), null)).Code);
            Assert.Equal(3, folder.GetFiles().Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<(int Code, string Output, string Notes)> DraftAsync(TestHouse house, PaperOrder order, string name = "nightly") =>
        RunAsync((output, notes) => DraftPaper.RunAsync(house.Services, order, house.Acts.New(Actor.Operator(name), Door.Command), output, notes, default));

    private static Task<(int Code, string Output, string Notes)> ListAsync(TestHouse house, string? place, string? period, bool isJson) =>
        RunAsync((output, notes) => ListPapers.RunAsync(house.Services, place, period, isJson, output, notes, default));

    private static Task<(int Code, string Output, string Notes)> ExportAsync(TestHouse house, long id, string path, string? site) =>
        RunAsync((output, notes) => ExportPaper.RunAsync(house.Services, id, path, site, output, notes, default));

    private static async Task<(int Code, string Output, string Notes)> RunAsync(Func<TextWriter, TextWriter, Task<int>> command)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var notes = new StringWriter { NewLine = "\n" };
        return (await command(output, notes), output.ToString(), notes.ToString());
    }

    private static (int Code, string Notes) Said((int Code, string Output, string Notes) run) => (run.Code, run.Notes);
}
