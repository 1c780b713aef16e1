using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Matters.Views;
using Zhuoluo.Tests.Rooms.Disclosure;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Views;

public sealed class ViewsTests
{
    [Theory, EachDatabase]
    public async Task A_view_is_for_its_owner_a_shared_one_for_the_unit_and_only_the_owner_removes_it(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var handler = house.Services.GetRequiredService<ViewsHandler>();
        var open = MatterFilter.All with { States = StateSet.Open, Columns = "state,category", Page = 3 };
        var mine = (await handler.KeepAsync(new KeepView("办理中", open, false), house.ActAs(County.Handler), default)).Made();
        var ours = (await handler.KeepAsync(new KeepView("超期", MatterFilter.All with { Light = Light.Red }, true), house.ActAs(County.Handler), default)).Made();
        Assert.Equal("missing", (await handler.KeepAsync(new KeepView(" ", open, false), house.ActAs(County.Handler), default)).Refused().Code);

        await using var scope = house.Services.CreateAsyncScope();
        var query = scope.ServiceProvider.GetRequiredService<ViewsQuery>();
        var colleague = County.Handler with { PersonId = 99 };
        var shown = await query.OfAsync(County.Handler, default);
        Assert.Equal([(mine, false, true), (ours, true, true)], shown.Select(v => (v.Id, v.IsShared, v.IsOwn)));
        Assert.Equal(open with { Page = 1 }, shown[0].Filter);
        Assert.Equal([(ours, false)], (await query.OfAsync(colleague, default)).Select(v => (v.Id, v.IsOwn)));
        Assert.Empty(await query.OfAsync(County.Clerk, default));

        Assert.Equal(RefusalKind.Missing, (await handler.RemoveAsync(ours, house.ActAs(colleague), default)).Refused().Kind);
        (await handler.RemoveAsync(ours, house.ActAs(County.Handler), default)).Made();
        Assert.Single(await query.OfAsync(County.Handler, default));
    }

    [Theory, EachDatabase]
    public async Task How_somebody_likes_lists_is_remembered(Db db)
    {
        await using var house = await County.OpenAsync(db);
        await using var scope = house.Services.CreateAsyncScope();
        var query = scope.ServiceProvider.GetRequiredService<ViewsQuery>();
        Assert.False(await query.IsDenseAsync(County.Handler, default));
        foreach (var isDense in new[] { true, false, true })
        {
            await house.Services.GetRequiredService<ViewsHandler>().LikeAsync(isDense, house.ActAs(County.Handler), default);
            Assert.Equal(isDense, await query.IsDenseAsync(County.Handler, default));
        }
        Assert.False(await query.IsDenseAsync(County.Dispatcher, default));
    }

    [Theory]
    [InlineData("", "kind,state,due,unit,place,opened")]
    [InlineData("state,kind,nothing", "kind,state")]
    [InlineData("nothing", "kind,state,due,unit,place,opened")]
    public void Columns_are_read_leniently(string words, string columns) =>
        Assert.Equal(columns, string.Join(',', ListColumns.Read(words).Order().Select(Word<ListColumn>.Of)));

    [Fact]
    public async Task The_list_keeps_counts_prints_and_jumps_to_a_number()
    {
        await using var house = await StaffSite.OpenAsync();
        var receipt = await house.RegisterAsync("上坪村路灯坏了<script>，晚上看不见。");
        await house.RegisterAsync("污水外溢，臭气熏天。");
        await house.Site.DrainAsync();
        using var client = await house.Site.SignInAsync(Role.Dispatcher);

        using var jump = await client.GetAsync($"/matters?q={receipt.Number}");
        Assert.Equal("/matters/" + receipt.Number, jump.Headers.Location?.OriginalString);

        var found = await client.PageAsync("/matters?q=路燈");
        Assert.Single(found.QuerySelectorAll("tbody tr"));
        Assert.Equal("路灯", found.QuerySelector("tbody mark")!.TextContent);
        Assert.Null(found.QuerySelector("tbody script"));

        await client.PostFormAsync("/matters?state=open&cols=state,category", new() { ["name"] = "在办" }, ".view-keep form[method=post]");
        var views = await client.PageAsync("/matters/views");
        Assert.Contains("在办 2", Squeezed(views.QuerySelector("#view-chips")!.TextContent), StringComparison.Ordinal);
        var list = await client.PageAsync(views.QuerySelector("#view-chips a")!.GetAttribute("href")!);
        Assert.Equal(["编号", "标题", "状态", "分类"], list.QuerySelectorAll(".matter-rows thead th").Select(h => h.TextContent.Trim()).Where(t => t.Length > 0).OrderBy(t => t == "分类"));

        await client.PostFormAsync("/matters", [], "form[action*='handler=Like']");
        Assert.NotNull((await client.PageAsync("/matters")).QuerySelector(".matter-rows.dense"));
        var paper = await client.PageAsync("/matters/print?q=污水");
        Assert.Single(paper.QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/matters/map")).StatusCode);
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
