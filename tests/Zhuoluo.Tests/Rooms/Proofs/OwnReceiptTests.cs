using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;
using Zhuoluo.Ledger.Receipts;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Privacy;
using Zhuoluo.Rooms.Matters.Privacy.Own;
using Zhuoluo.Rooms.Matters.Privacy.Requests;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Rooms.Matters.Resident;
using Zhuoluo.Tests.Setup;
using Receipt = Zhuoluo.Ledger.Receipts.Receipt;

namespace Zhuoluo.Tests.Rooms.Proofs;

/// <summary>A requester's own receipts open what they said and what they were told, for them and for nobody else.</summary>
public sealed class OwnReceiptTests
{
    private const string Reply = "灯已换好，当晚试亮正常。";
    private const string Internal = "内部备注：与路灯队口头沟通过";

    [Fact]
    public async Task The_requester_s_file_opens_the_own_words_and_verifies()
    {
        await using var site = await Site.OpenAsync();
        using var resident = site.Client();
        var (number, code, file) = await resident.OwnReceiptAsync();
        var receipt = Receipt.Parse(file);
        var log = site.Services.GetRequiredService<PublishedLog>();

        Assert.True(receipt.Verify(await log.PolicyAsync((await log.CurrentAsync(default))!, default)).IsProved);
        var opening = Assert.Single(receipt.Extra!.Openings);
        var said = Encoding.UTF8.GetString(opening.Data.Span);
        Assert.Contains(number, said, StringComparison.Ordinal);
        Assert.Contains(Given.Said, System.Text.Json.JsonDocument.Parse(said).RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", Encoding.UTF8.GetString(file), StringComparison.Ordinal);

        // The track page has it too, and so has a program with number and code.
        var address = (await resident.PageAsync("/track")).QuerySelector("#own-receipts a.btn")!.GetAttribute("href")!;
        Assert.Single(Receipt.Parse(await resident.GetByteArrayAsync(address)).Extra!.Openings);
        using var program = site.Client();
        program.DefaultRequestHeaders.Add("X-Receipt-Code", code);
        var listed = Assert.Single((await program.GetFromJsonAsync<List<Listed>>($"/api/v1/matters/{number}/receipts"))!);
        Assert.Equal(("matter.registered", true, false), (listed.Kind, listed.Opens, listed.Erased));
        Assert.Single(Receipt.Parse(await program.GetByteArrayAsync(listed.File)).Extra!.Openings);
        Assert.Empty(Receipt.Parse(await program.GetByteArrayAsync(listed.Public)).Extra!.Openings);
    }

    [Fact]
    public async Task Nobody_else_gets_it()
    {
        await using var site = await Site.OpenAsync();
        using var resident = site.Client();
        var (number, _, file) = await resident.OwnReceiptAsync();
        var address = "/track/receipts/" + LoggedEntry.Parse(Receipt.Parse(file).Extra!.Entry).Id;

        using var stranger = site.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
        // Somebody with a matter of their own, and every role on the staff.
        await stranger.SendAsync(Site.Words("另一件事，路面塌了一块。"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
        foreach (var role in (Role[])[Role.Supervisor, Role.Auditor, Role.Administrator])
        {
            using var staff = await site.SignInAsync(role);
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(address)).StatusCode);
        }
        using var program = site.Client();
        program.DefaultRequestHeaders.Add("X-Receipt-Code", "0000000000");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.GetAsync($"/api/v1/matters/{number}/receipts")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.GetAsync($"/api/v1/matters/{number}/receipts/{address.Split('/')[^1]}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Client().GetAsync($"/api/v1/matters/{number}/receipts")).StatusCode);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(Internal, false)]
    public async Task An_answer_is_opened_unless_offices_noted_something_beside_it(string? note, bool opens)
    {
        await using var site = await Site.OpenAsync();
        using var resident = site.Client();
        var (number, code, _) = await resident.OwnReceiptAsync();
        (await site.Services.GetRequiredService<IDeeds>().DoAsync(
            new Deed(await IdAsync(site, number), Verb.AnswerAtOnce, 0) { Text = Reply, Outcome = MatterOutcome.Solved, Reason = note }, await AsAsync(site, Role.Dispatcher), default)).Made();

        using var program = site.Client();
        program.DefaultRequestHeaders.Add("X-Receipt-Code", code);
        var listed = (await program.GetFromJsonAsync<List<Listed>>($"/api/v1/matters/{number}/receipts"))!.Single(l => l.Kind == "matter.answered-at-once");
        var openings = Receipt.Parse(await program.GetByteArrayAsync(listed.File)).Extra!.Openings;
        Assert.Equal((opens, opens ? 1 : 0), (listed.Opens, openings.Count));
        Assert.All(openings, o => Assert.Contains(Reply, Text(o), StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_an_erasure_the_file_proves_and_opens_nothing_and_the_old_one_still_holds()
    {
        await using var site = await Site.OpenAsync();
        using var resident = site.Client();
        var (number, code, old) = await resident.OwnReceiptAsync();
        var id = await IdAsync(site, number);
        (await site.Services.GetRequiredService<IDeeds>().DoAsync(
            new Deed(id, Verb.AnswerAtOnce, 0) { Text = Reply, Outcome = MatterOutcome.Solved }, await AsAsync(site, Role.Dispatcher), default)).Made();
        var asked = (await site.Services.GetRequiredService<AskAboutDataHandler>().HandleAsync(
            new AskAboutData(id, number, code, DataRight.Erase, new DataWords("请删除", null, null)), Act(site, Actor.Public), default)).Made();
        (await site.Services.GetRequiredService<DecideRequestHandler>().HandleAsync(new DecideRequest(asked.Id, true, "已删除"), await AsAsync(site, Role.Supervisor), default)).Made();

        var page = await resident.PageAsync("/track");
        Assert.Contains("谁也打不开了", page.QuerySelector("#own-receipts")!.TextContent, StringComparison.Ordinal);
        var first = "/track/receipts/" + LoggedEntry.Parse(Receipt.Parse(old).Extra!.Entry).Id;
        var now = Receipt.Parse(await resident.GetByteArrayAsync(first));
        Assert.Empty(now.Extra!.Openings);

        var log = site.Services.GetRequiredService<PublishedLog>();
        var policy = await log.PolicyAsync((await log.CurrentAsync(default))!, default);
        Assert.True(now.Verify(policy).IsProved);
        Assert.True(Receipt.Parse(old).Verify(policy).IsProved);
    }

    private static Act Act(TestSite site, Actor who) => site.Services.GetRequiredService<ActFactory>().New(who, Door.Page);

    private static async Task<Act> AsAsync(TestSite site, Role role)
    {
        var person = await site.AddPersonAsync($"{role}.{site.Operator().NewId()}".ToLowerInvariant(), role);
        return Act(site, (await site.Services.GetRequiredService<Staff>().ActorAsync(person, site.Clock.GetUtcNow(), default))!);
    }

    private static string Text(Zhuoluo.Ledger.Receipts.Opening opening) => System.Text.Json.Nodes.JsonNode.Parse(opening.Data.Span)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static async Task<long> IdAsync(TestSite site, string number)
    {
        using var scope = site.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<Zhuoluo.Data.ZhuoluoContext>().Set<Zhuoluo.Rooms.Matters.Matter>().Single(m => m.Number == number).Id;
    }

    private sealed record Listed(string Entry, string Kind, bool Opens, bool Erased, string File, string Public);
}
