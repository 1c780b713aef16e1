using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Rate;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Rate;

/// <summary>Rater data are confidential (rules A7.6): a unit learns of a bad rating, which it puts right, and never which of its matters a good one came from.</summary>
public sealed class RatingSightTests
{
    private const string Words = "师傅修得又快又好";

    [Fact]
    public async Task A_good_rating_is_on_no_page_list_file_or_answer_for_the_unit_and_a_bad_one_is()
    {
        await using var house = await StaffSite.OpenAsync();
        var (good, bad) = (await RatedAsync(house, 5), await RatedAsync(house, 1));
        foreach (var (role, unit, seesAll) in new (Role, long?, bool)[]
        {
            (Role.Handler, Town.Pipes.Id, false), (Role.UnitHead, Town.Housing.Id, false), (Role.Leader, null, false), (Role.Dispatcher, null, true), (Role.Auditor, null, true),
        })
        {
            using var client = await house.Site.SignInAsync(role, unit);
            foreach (var address in new[] { $"/matters/{good.Number}", $"/matters/{good.Number}?print" })
            {
                Assert.Equal(seesAll, (await client.PageAsync(address)).QuerySelector("main")!.TextContent.Contains(Words, StringComparison.Ordinal));
            }
            Assert.Contains(Words, (await client.PageAsync($"/matters/{bad.Number}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(seesAll ? [5] : [], await GradesAsync(client, good));
            Assert.Equal([1], await GradesAsync(client, bad));
            using var list = JsonDocument.Parse(await client.GetStringAsync("/api/v1/matters"));
            var listed = list.RootElement.GetProperty("items").EnumerateArray().ToDictionary(m => m.GetProperty("number").GetString()!, m => m.GetProperty("grade"));
            Assert.Equal((seesAll ? 5 : 0, 1), (Number(listed[good.Number]), Number(listed[bad.Number])));
            if (role is Role.UnitHead or Role.Dispatcher or Role.Auditor)
            {
                var file = (await client.GetStringAsync("/matters/export")).Split("\r\n");
                Assert.EndsWith(seesAll ? ",5" : ",", file.Single(l => l.Contains(good.Number, StringComparison.Ordinal)), StringComparison.Ordinal);
                Assert.EndsWith(",1", file.Single(l => l.Contains(bad.Number, StringComparison.Ordinal)), StringComparison.Ordinal);
            }
        }
    }

    private static int Number(JsonElement grade) => grade.ValueKind == JsonValueKind.Null ? 0 : grade.GetInt32();

    private static async Task<List<int>> GradesAsync(HttpClient client, Receipt receipt)
    {
        using var history = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/matters/{receipt.Number}/history"));
        return [.. history.RootElement.GetProperty("ratings").EnumerateArray().Select(r => r.GetProperty("grade").GetInt32())];
    }

    private static async Task<Receipt> RatedAsync(StaffSite house, int grade)
    {
        var receipt = await house.SignedAsync(Town.Pipes, Town.PipeHandler);
        await house.DoAsync(receipt, Verb.Answer, Town.PipeHandler, d => d with { Text = "停水管道已修复，上坪村恢复供水。", Outcome = MatterOutcome.Solved });
        await house.DoAsync(receipt, Verb.ApproveAnswer, Town.Dispatcher);
        var outcome = await house.Site.Services.GetRequiredService<RateMatterHandler>().HandleAsync(
            new RateMatter(receipt.Number, receipt.Code, grade) { Comment = Words }, house.As(Actor.Public), default);
        Assert.False(outcome.IsRefused(out _, out _));
        return receipt;
    }
}
