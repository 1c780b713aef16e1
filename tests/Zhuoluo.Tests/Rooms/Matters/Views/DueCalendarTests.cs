using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.DueCalendar;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Views;

public sealed class DueCalendarTests
{
    private static readonly DateTimeOffset _at = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Lines_are_folded_between_characters_and_text_is_escaped()
    {
        var summary = string.Concat(Enumerable.Repeat("着落𠮷;,\\\n", 20));
        var file = Encoding.UTF8.GetString(IcsFile.Write("到期", [new IcsEvent("due-1@x", new DateOnly(2026, 2, 28), summary, "https://x/matters/1", _at)]));

        var lines = file.Split("\r\n");
        Assert.All(lines, l => Assert.InRange(Encoding.UTF8.GetByteCount(l), 0, 75));
        Assert.DoesNotContain('\uFFFD', file);
        var unfolded = file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Equal("SUMMARY:" + string.Concat(Enumerable.Repeat("着落𠮷\\;\\,\\\\\\n", 20)), unfolded.Single(l => l.StartsWith("SUMMARY", StringComparison.Ordinal)));
        Assert.Contains("DTSTART;VALUE=DATE:20260228", unfolded);
        Assert.Contains("DTEND;VALUE=DATE:20260301", unfolded);
        Assert.Contains("DTSTAMP:20260302T010000Z", unfolded);
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR", ""), (unfolded[0], unfolded[^2], unfolded[^1]));
    }

    [Theory, EachDatabase]
    public async Task Each_day_counts_exactly_what_its_list_shows(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var now = house.Acts.Now;
        // 24:00 of the fifth belongs to the fifth.
        var midnight = new DateTimeOffset(2026, 3, 5, 16, 0, 0, TimeSpan.Zero);
        await house.InsertAsync(
        [
            AMatter.Row(1, now, m => m.DueAt = midnight),
            AMatter.Row(2, now, m => m.DueAt = midnight.AddHours(-3)),
            AMatter.Row(3, now, m => m.DueAt = midnight.AddSeconds(1)),
            AMatter.Row(4, now, m => (m.DueAt, m.IsPaused) = (midnight, true)),
            AMatter.Row(5, now, m => m.DueAt = midnight, MatterState.Closed),
            AMatter.Row(6, now, m => m.DueAt = midnight.AddMonths(1)),
        ]);
        await house.ReadAsync(async r =>
        {
            var viewer = new Viewer(County.Dispatcher, now, house.Services.GetRequiredService<Offices>().Current);
            var days = await new DueQuery(r).PerDayAsync(new YearMonth(2026, 3), Whose.Anybody, viewer, new Catalogue([], []), default);
            Assert.Equal([(new DateOnly(2026, 3, 5), 2), (new DateOnly(2026, 3, 6), 1)], days.OrderBy(d => d.Key).Select(d => (d.Key, d.Value)));
            Assert.Equal([1, 2], await r.Matching(MatterFilter.All with { Due = new DateOnly(2026, 3, 5) }, viewer, new Catalogue([], [])).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync());
            return 0;
        });
    }

    [Fact]
    public async Task A_feed_tells_number_unit_and_light_to_its_address_only_until_it_is_revoked()
    {
        await using var house = await StaffSite.OpenAsync();
        var shown = await house.AssignedAsync(Town.Pipes, "上坪村停水三天，王小明家没水。");
        var secret = await house.AssignedAsync(Town.Pipes, "举报水务员工收钱。", c => c with { IsConfidential = true });
        using var client = await house.Site.SignInAsync(Role.Handler, Town.Pipes.Id);
        await client.PostFormAsync("/deadlines", [], "#feed form");
        var address = new Uri((await client.PageAsync("/deadlines")).QuerySelector("#feed-address")!.TextContent);
        using var anybody = house.Site.Client();

        using var answer = await anybody.GetAsync(address);
        var file = (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains($"SUMMARY:{shown.Number} 供水管网站", file, StringComparison.Ordinal);
        Assert.DoesNotContain(secret.Number, file, StringComparison.Ordinal);
        Assert.DoesNotContain("停水", file, StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", file, StringComparison.Ordinal);
        var again = await anybody.GetStringAsync(address);
        Assert.Equal(UidsOf(file), UidsOf(again));

        var guessed = address.AbsolutePath.Replace(".ics", "", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(guessed[..^1] + (guessed[^1] == '0' ? "1" : "0") + ".ics")).StatusCode);
        await client.PostFormAsync("/deadlines", [], "#feed form");
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(address)).StatusCode);
    }

    private static List<string> UidsOf(string file) => [.. file.Split("\r\n").Where(l => l.StartsWith("UID:", StringComparison.Ordinal))];
}
