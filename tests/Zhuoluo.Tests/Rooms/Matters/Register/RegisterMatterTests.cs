using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Register;

public sealed class RegisterMatterTests
{
    [Theory, EachDatabase]
    public async Task Takes_a_matter_in_with_receipt_clock_step_and_text_to_be_checked(Db db)
    {
        await using var house = await County.OpenAsync(db);

        var receipt = await TakenAsync(house, County.Matter());

        Assert.Equal("2026-000001", receipt.Number);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{10}$", receipt.Code);
        var matter = await house.ReadAsync(r => r.Set<Matter>().SingleAsync());
        Assert.Equal((MatterState.Registered, County.Town, County.Village, 1), (matter.State, matter.TownCode, matter.PlaceCode, matter.Version));
        Assert.Equal("村口路灯坏了三天，晚上看不见路。", matter.Title);
        Assert.Equal(receipt.DueAt, matter.DueAt);
        var clock = await house.ReadAsync(r => r.Set<Clock>().SingleAsync());
        Assert.Equal((ClockStage.Handle, "5wd", matter.DueAt), (clock.Stage, clock.Limit, (DateTimeOffset?)clock.DueAt));
        var step = await house.ReadAsync(r => r.Set<Step>().SingleAsync());
        Assert.Equal((Verb.Register, ActorKind.Requester), (step.Verb, step.ActorKind));
        Assert.Equal(PublicationState.AwaitingCheck, (await house.ReadAsync(r => r.Set<Publication>().SingleAsync())).State);
    }

    [Theory, EachDatabase]
    public async Task Tells_the_ledger_kind_channel_town_and_year_and_nothing_of_the_person(Db db)
    {
        await using var house = await County.OpenAsync(db);

        await TakenAsync(house, County.Matter());
        await house.DrainAsync();

        var entry = await house.ReadAsync(r => r.Set<LedgerEntry>().SingleAsync());
        var body = Encoding.UTF8.GetString(entry.Body);
        Assert.Contains("""
            "kind":"matter.registered","pub":{"channel":"web","matterKind":"help","town":"360821101","year":2026},"v":1}
            """.Trim(), body, StringComparison.Ordinal);
        Assert.DoesNotContain("000001", body, StringComparison.Ordinal);
        var opening = await house.ReadAsync(r => r.Set<SealedOpening>().SingleAsync());
        Assert.Equal("matter.text.v1", opening.Class);
    }

    [Theory, EachDatabase]
    public async Task A_report_is_confidential_without_being_asked_and_its_entry_says_less(Db db)
    {
        await using var house = await County.OpenAsync(db);

        await TakenAsync(house, County.Matter() with { Kind = MatterKind.Report });
        await house.DrainAsync();

        Assert.True((await house.ReadAsync(r => r.Set<Matter>().SingleAsync())).IsConfidential);
        Assert.Equal(0, await house.ReadAsync(r => r.Set<Publication>().CountAsync()));
        var body = Encoding.UTF8.GetString((await house.ReadAsync(r => r.Set<LedgerEntry>().SingleAsync())).Body);
        Assert.Contains("\"pub\":{\"channel\":\"web\",\"town\":\"360821\",\"year\":2026}", body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Sending_twice_makes_one_matter_and_tells_the_same_receipt(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var command = County.Matter() with { OnceKey = "0123456789abcdef" };

        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TakenAsync(house, command)));

        Assert.Single(receipts.Select(r => (r.MatterId, r.Number, r.Code)).Distinct());
        Assert.Equal(1, await house.ReadAsync(r => r.Set<Matter>().CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Another_requester_with_the_same_key_gets_a_receipt_of_their_own(Db db)
    {
        await using var house = await County.OpenAsync(db);

        var mine = await TakenAsync(house, County.Matter("我家门口的路灯坏了。") with { OnceKey = "1" });
        var theirs = await TakenAsync(house, County.Matter("请问医保怎么转。") with { OnceKey = "1" });

        Assert.NotEqual(mine.Number, theirs.Number);
    }

    [Theory, EachDatabase]
    public async Task Numbers_have_no_gap_when_fifty_register_at_once_and_some_are_refused(Db db)
    {
        await using var house = await County.OpenAsync(db);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(i =>
            RegisterAsync(house, i % 6 == 5 ? County.Matter() with { PlaceCode = "999999" } : County.Matter($"第{i}件"))));

        Assert.Equal(10, outcomes.Count(o => o.IsRefused(out _, out _)));
        var numbers = await house.ReadAsync(r => r.Set<Matter>().OrderBy(m => m.Number).Select(m => m.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 50).Select(i => MatterNumbers.Write(2026, i)), numbers);
    }

    [Theory, EachDatabase]
    public async Task The_year_of_a_number_is_the_year_in_china(Db db)
    {
        await using var house = await County.OpenAsync(db);
        house.Clock.Set(new DateTimeOffset(2026, 12, 31, 16, 30, 0, TimeSpan.Zero));

        Assert.Equal("2027-000001", (await TakenAsync(house, County.Matter())).Number);
    }

    [Fact]
    public async Task Nothing_of_the_contact_can_be_read_in_the_database_file()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);

        var receipt = await TakenAsync(house, County.Matter());

        foreach (var file in Directory.EnumerateFiles(house.Options.Folder, "*.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            var bytes = copy.ToArray();
            foreach (var secret in (string[])["王小明", "138 0000 1234", "13800001234", receipt.Code])
            {
                Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)));
            }
        }
    }

    [Theory, EachDatabase]
    public async Task The_same_telephone_is_found_again_however_it_is_written(Db db)
    {
        await using var house = await County.OpenAsync(db);

        await TakenAsync(house, County.Matter());
        await TakenAsync(house, County.Matter() with { Contact = new Contact(null, "+86 １３８-0000-1234", null) });

        var prints = await house.ReadAsync(r => r.Set<Matter>().Select(m => m.RequesterPrint).ToListAsync());
        Assert.Equal(prints[0], prints[1]);
    }

    [Theory]
    [InlineData("", "missing", "Text")]
    [InlineData(" \n\t　", "missing", "Text")]
    [InlineData("路灯\u0000坏了", "control-characters", "Text")]
    [InlineData("路灯\u0007坏了", "control-characters", "Text")]
    [InlineData("路灯\u202E坏了", "control-characters", "Text")]
    public async Task Refuses_a_text_that_is_none(string text, string code, string field)
    {
        await using var house = await County.OpenAsync(Db.Sqlite);

        var refusal = await RefusedAsync(house, County.Matter(text));

        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public async Task Refuses_half_a_character()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);

        Assert.Equal("control-characters", (await RefusedAsync(house, County.Matter("路灯" + (char)0xD83D))).Code);
        await TakenAsync(house, County.Matter("路灯\U0001F4A1𠮷"));
    }

    [Fact]
    public async Task Takes_a_text_of_the_longest_length_and_not_one_character_more()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);

        await TakenAsync(house, County.Matter(new string('灯', Registration.LongestText)));
        var refusal = await RefusedAsync(house, County.Matter(new string('灯', Registration.LongestText + 1)));

        Assert.Equal(new TooLong("Text", Registration.LongestText), refusal);
    }

    [Fact]
    public async Task Refuses_what_no_list_has_and_a_day_to_come()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var good = County.Matter();

        Assert.Equal("unknown-place", (await RefusedAsync(house, good with { PlaceCode = "110000" })).Code);
        Assert.Equal("unknown-choice", (await RefusedAsync(house, good with { Kind = (MatterKind)99 })).Code);
        Assert.Equal("unknown-category", (await RefusedAsync(house, good with { CategoryCode = "nothing" })).Code);
        Assert.Equal("day-in-future", (await RefusedAsync(house, good with { OpenedOn = new DateOnly(2026, 3, 3) })).Code);
        Assert.Equal("unreadable-phone", (await RefusedAsync(house, good with { Contact = new Contact(null, "打我电话", null) })).Code);
    }

    [Fact]
    public async Task A_requester_comes_through_the_web_and_an_office_needs_the_permission()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);

        Assert.Equal("not-permitted", (await RefusedAsync(house, County.Matter() with { Channel = Channel.Window })).Code);
        Assert.Equal("not-permitted", (await RefusedAsync(house, County.Matter() with { Channel = Channel.Window }, County.Administrator)).Code);
        Assert.False((await RegisterAsync(house, County.Matter() with { Channel = Channel.Window }, County.Clerk)).IsRefused(out _, out _));
    }

    private static Task<Outcome<Receipt>> RegisterAsync(TestHouse house, RegisterMatter command, Actor? who = null) =>
        house.Services.GetRequiredService<RegisterMatterHandler>().HandleAsync(command, house.ActAs(who ?? Actor.Public), default);

    private static async Task<Receipt> TakenAsync(TestHouse house, RegisterMatter command) =>
        (await RegisterAsync(house, command)).Match(r => r, refusal => throw new InvalidOperationException(refusal.ToString()));

    private static async Task<Refusal> RefusedAsync(TestHouse house, RegisterMatter command, Actor? who = null) =>
        (await RegisterAsync(house, command, who)).Match(_ => throw new InvalidOperationException("It was taken in."), refusal => refusal);
}
