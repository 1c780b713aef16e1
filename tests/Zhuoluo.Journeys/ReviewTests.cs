using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Zhuoluo.Demo;
using Zhuoluo.Foundation;
using Zhuoluo.Journeys.Setup;
using Zhuoluo.Language.Checks;
using Zhuoluo.Language.Measuring;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Figures.Commands;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Reports.Check;
using Zhuoluo.Rooms.Rhythm.Bulletins;

namespace Zhuoluo.Journeys;

/// <summary>A review of a year is written around counted numbers and issued; anybody opens a number, sees its records and what changed, and checks it with the ledger.</summary>
[Collection(nameof(Browser))]
public sealed class ReviewTests(Browser browser, DemoSite site)
{
    private const string Closed = "key.county-closed";

    [Fact]
    public async Task A_number_of_a_published_review_opens_its_records_shows_what_changed_and_proves_itself()
    {
        await AnswersAsync();
        await PublishedAsync();
        var paper = await WriteAsync();
        await ApproveAsync(paper);

        await using var anybody = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: true);
        await anybody.GoAsync("/public/bulletins/" + paper);
        await anybody.PictureAsync("public-review");
        var id = long.Parse(paper, CultureInfo.InvariantCulture);
        var stated = await site.ReadAsync(db => db.Set<StatedFigure>().Where(s => s.Key == Closed && s.IsPublic && s.InId == id).Select(s => s.Id).SingleAsync());
        Assert.True(await anybody.Page.Locator("figure.official-chart svg.chart-narrow").First.IsVisibleAsync());
        await anybody.Page.ClickAsync($"p > a[href='/public/figures/{stated}']");
        await anybody.CheckAsync();
        var shown = await anybody.Page.InnerTextAsync("main");
        Assert.All(["37", "县本级重点民生项目办结", "当时的 37 条记录", "记录与指纹一致", "没有变化"], text => Assert.Contains(text, shown, StringComparison.Ordinal));
        Assert.Equal(37, await anybody.Page.Locator("[aria-labelledby=records] a[href^='/public/projects/']").CountAsync());

        await ReopenAsync();
        await anybody.GoAsync("/public/figures/" + stated);
        await anybody.PictureAsync("public-figure");
        var since = await anybody.Page.InnerTextAsync("[aria-labelledby=since]");
        Assert.All(["36", "有变化", "退出 1 条"], text => Assert.Contains(text, since, StringComparison.Ordinal));
        Assert.Contains("37", await anybody.Page.InnerTextAsync(".figure-value"), StringComparison.Ordinal);
        await ReceiptAsync(anybody);
    }

    [Fact]
    public async Task A_draft_with_planted_errors_is_marked_against_the_records()
    {
        await using var writer = await ComeAsync("dispatcher");
        await writer.GoAsync("/reports/check");
        await writer.Page.FillAsync("[name='Form.Text']", "2021年，大调研收集意见建议784件。全年建立工作台账13624件，办结台账13489件。县本级重点民生项目73项。走访群众10万余户，受教育近2万余人。");
        await writer.Page.CheckAsync("[name='Form.WithRecords']");
        await writer.SubmitAsync("form.reading button.btn-primary");
        await writer.PictureAsync("checked-draft");
        var marked = await writer.Page.Locator(".draft .quantity-bad").AllInnerTextsAsync();
        Assert.Equal(3, marked.Count);
        Assert.StartsWith("13624件", marked[0], StringComparison.Ordinal);
        Assert.StartsWith("73项", marked[1], StringComparison.Ordinal);
        Assert.StartsWith("近2万余人", marked[2], StringComparison.Ordinal);
        Assert.Equal(3, await writer.Page.Locator(".draft .quantity-good").CountAsync());
    }

    // Before anything is changed: what is counted is what was published of the county.
    private async Task AnswersAsync()
    {
        var published = ExpectedFigure.Read(await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "figures.csv")));
        var compared = DemoFigures.Compare(await FiguresCommand.ValuesAsync(site.Services, FigureScope.All, CancellationToken.None), published);
        Assert.Equal(ShippedFigures.All.Where(f => f.Place == DemoPeople.County).Sum(f => f.Answers.Count), compared.Count);
        Assert.All(compared, c => Assert.True(c.Holds, $"{c.Published.Id}: published {c.Published.Value}{c.Published.Unit}, counted {c.Counted.Value}{c.Counted.Definition.Unit}"));
    }

    // The review that the county really published, held against these records: nothing of it is called wrong.
    private async Task PublishedAsync()
    {
        var year = new FigureScope { From = new DateOnly(2021, 1, 1), To = new DateOnly(2021, 12, 31) };
        var book = await site.Services.GetRequiredService<HouseFigures>().ReadAsync(year, site.Services.GetRequiredService<ActFactory>().Now, CancellationToken.None);
        var read = DraftCheck.Run(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "001_72ca0e151c5a6ad7.txt")), book);
        Assert.DoesNotContain(read.Quantities, q => q.Figure is not null && q.Verdict is not (Verdict.Agrees or Verdict.AgreesWithinHedge));
        Assert.True(read.Quantities.Count(q => q.Figure is not null) >= 10, "numbers that are bound");
    }

    private async Task<string> WriteAsync()
    {
        await using var writer = await ComeAsync("dispatcher");
        await writer.GoAsync("/rhythm/bulletins");
        await writer.Page.SelectOptionAsync("[name='Form.Kind']", "Review");
        await writer.Page.SelectOptionAsync("[name='Form.OfficeId']", new SelectOptionValue { Index = 1 });
        await writer.Page.FillAsync("[name='Form.From']", "2021-01-01");
        await writer.Page.FillAsync("[name='Form.To']", "2021-12-31");
        await writer.Page.FillAsync("[name='Form.Series']", "吉民综");
        await writer.SubmitAsync("main form[method=post] .form-actions button.btn-primary");
        var prose = await writer.Page.InputValueAsync("[name='Form.Prose']");
        await writer.Page.FillAsync("[name='Form.Prose']", prose.Replace(BulletinText.Unwritten(prose)!, "逐件推进。", StringComparison.Ordinal) + "\n办结台账{办结台账|余}件。");
        await writer.Page.ClickAsync("[name='Form.Prose']");
        await writer.Page.PressAsync("[name='Form.Prose']", "Control+End");
        await writer.Page.SelectOptionAsync("#figure", "办结台账");
        await writer.Page.SelectOptionAsync("#shape", "chart-by-month");
        await writer.Page.ClickAsync("[data-pick]");
        Assert.EndsWith("办结台账|余}件。\n{图：办结台账|按月}\n", await writer.Page.InputValueAsync("[name='Form.Prose']"), StringComparison.Ordinal);
        await writer.SubmitAsync("form[action*='Write'] button.btn-primary");
        await writer.PictureAsync("review");
        Assert.Contains("办结台账（按月，件），合计13489", await writer.Page.InnerTextAsync("article.official"), StringComparison.Ordinal);
        Assert.Contains("办结台账1.3万余件", await writer.Page.InnerTextAsync("article.official"), StringComparison.Ordinal);
        await writer.SubmitAsync("form:has(input[value='Send']) button");
        return writer.Page.Url.Split('/')[^1];
    }

    private async Task ApproveAsync(string paper)
    {
        await using var supervisor = await ComeAsync("supervisor");
        foreach (var verb in new[] { "Approve", "Issue", "Publish" })
        {
            await supervisor.GoAsync("/rhythm/bulletins/" + paper);
            await supervisor.SubmitAsync($"form:has(input[value='{verb}']) button");
        }
    }

    private async Task ReopenAsync()
    {
        var number = await site.ReadAsync(db => db.Set<Project>().Where(p => p.State == ProjectState.Closed && db.Set<Listing>().Any(l => l.ProjectId == p.Id && db.Set<Programme>().Any(g => g.Id == l.ProgrammeId && g.Code == "key-county-2021"))).Select(p => p.Number).FirstAsync());
        await using var supervisor = await ComeAsync("supervisor");
        await supervisor.GoAsync($"/projects/{number}/do/reopen");
        await supervisor.Page.FillAsync("[name='Form.Text']", "群众反映路灯再次损坏");
        await supervisor.SubmitAsync("main form .form-actions button.btn-primary");
        Assert.DoesNotContain("/do/", supervisor.Page.Url, StringComparison.Ordinal);
    }

    private static async Task ReceiptAsync(Visitor anybody)
    {
        var receipt = anybody.Page.Locator("a[href^='/ledger/receipts/']");
        await Assertions.Expect(receipt).ToBeVisibleAsync();
        var answer = await anybody.Page.APIRequest.GetAsync(new Uri(new Uri(anybody.Page.Url), await receipt.GetAttributeAsync("href")).ToString());
        Assert.Equal(200, answer.Status);
        await anybody.GoAsync("/ledger/check");
        await anybody.Page.SetInputFilesAsync("#file", new FilePayload { Name = "figure.tlog-proof", MimeType = "application/octet-stream", Buffer = await answer.BodyAsync() });
        await Assertions.Expect(anybody.Page.Locator(".verdict")).ToContainTextAsync("凭据属实");
        Assert.Contains("发布了数字", await anybody.Page.InnerTextAsync("[aria-labelledby=says]"), StringComparison.Ordinal);
    }

    private async Task<Visitor> ComeAsync(string login)
    {
        var visitor = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone: false);
        await visitor.SignInAsync(login);
        return visitor;
    }
}
