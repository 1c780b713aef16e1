using System.Globalization;
using AngleSharp.Html.Parser;
using Zhuoluo.Journeys.Setup;

namespace Zhuoluo.Journeys;

/// <summary>The counts of the demonstration are those of the published figures S1-013 to S1-023, and each opens exactly that many records.</summary>
[Collection(nameof(Browser))]
public sealed class FiguresTests(DemoSite site)
{
    [Theory]
    [InlineData("survey-2021", new long[] { 784, 612 })]
    [InlineData("visits-2021", new long[] { 339, 13524, 13489, 35 })]
    [InlineData("hall-2021", new long[] { 27 })]
    public async Task A_drive_shows_the_published_counts(string drive, long[] counts)
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = await client.GetStringAsync($"/public/drives/{drive}?lang=en");

        var figures = Figures(page).Select(f => f.Count).ToList();
        Assert.All(counts, c => Assert.Contains(c, figures));
    }

    [Fact]
    public async Task More_than_thirty_heads_were_on_duty_and_more_than_a_hundred_thousand_households_visited()
    {
        using var client = new HttpClient { BaseAddress = site.Address };

        Assert.Contains(Figures(await client.GetStringAsync("/public/drives/hall-2021?lang=en")), f => f.Count is > 30 and < 100);
        Assert.Contains(Figures(await client.GetStringAsync("/public/drives/visits-2021?lang=en")), f => f.Count is > 100_000 and < 200_000);
    }

    [Theory]
    [InlineData("survey-2021")]
    [InlineData("visits-2021")]
    [InlineData("hall-2021")]
    public async Task Every_count_of_matters_opens_exactly_its_records(string drive)
    {
        using var client = new HttpClient { BaseAddress = site.Address };
        var page = await client.GetStringAsync($"/public/drives/{drive}?lang=en");
        var links = Figures(page).Where(f => f.Href.StartsWith("/public/records", StringComparison.Ordinal)).DistinctBy(f => f.Href).ToList();
        Assert.NotEmpty(links);

        foreach (var (href, count) in links)
        {
            var records = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(href));
            var total = Number(records.QuerySelector(".pager-total")?.TextContent ?? "0");
            Assert.True(count == total, $"{href}: {count} on the drive's page, {total} records");
        }
    }

    private static List<(string Href, long Count)> Figures(string page) =>
        [.. new HtmlParser().ParseDocument(page).QuerySelectorAll("a.figure-tile, a.figure-link")
            .Select(a => (a.GetAttribute("href")!, Number((a.QuerySelector(".figure-number") ?? a).TextContent)))];

    private static long Number(string text) => long.Parse(new string([.. text.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);
}
