using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Privacy;
using Zhuoluo.Rooms.Matters.Privacy.Holds;
using Zhuoluo.Rooms.Matters.Privacy.Own;
using Zhuoluo.Rooms.Matters.Privacy.Requests;
using Zhuoluo.Rooms.Matters.Privacy.Retention;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Matters.Reveal;
using Zhuoluo.Tests.Rooms.Matters.Windows;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Privacy;

/// <summary>What is erased is gone from the tables, the indexes and the files; the ledger stays as it was.</summary>
public sealed class ErasureTests
{
    private const string Name = "欧阳若水";
    private const string Phone = "13987654321";
    private const string Said = "翡翠湖畔栏杆";
    private static readonly string[] _planted = [Name, Phone, Said];

    [Theory, EachDatabase]
    public async Task Planted_names_and_numbers_are_nowhere_after_an_erasure(Db db)
    {
        await using var house = await WindowTown.OpenAsync(db);
        var receipt = await EndedAsync(house);
        await house.DrainAsync();
        Assert.Single((await house.ReadAsync(r => MatterSearch.FindAsync(r, "翡翠", 10, null, default))).Ids);
        var bodies = await house.ReadAsync(r => r.Set<LedgerEntry>().OrderBy(e => e.Idx).Select(e => e.Body).ToListAsync());
        Assert.NotEmpty(await TracesAsync(house));

        var request = (await AskAsync(house, receipt, DataRight.Erase)).Made();
        (await DecideAsync(house, request.Id, isGranted: true)).Made();
        await house.DrainAsync();

        Assert.Empty(await TracesAsync(house));
        Assert.Empty((await house.ReadAsync(r => MatterSearch.FindAsync(r, "翡翠", 10, null, default))).Ids);
        Assert.Equal(0, await house.ReadAsync(r => r.Set<SubjectKey>().CountAsync()));
        Assert.Equal(receipt.Number, await house.ReadAsync(r => r.Set<Matter>().Select(m => m.Title).SingleAsync()));
        // The lines of the ledger are the same bytes; the erasure itself is one more.
        var after = await house.ReadAsync(r => r.Set<LedgerEntry>().OrderBy(e => e.Idx).Select(e => e.Body).ToListAsync());
        Assert.Equal(bodies, after.Take(bodies.Count));
        Assert.Contains(await house.ReadAsync(r => r.Set<LedgerEntry>().Select(e => e.Kind).ToListAsync()), k => k == "matter.erased");
    }

    [Fact]
    public async Task Refused_while_it_is_open_and_under_a_legal_hold_until_two_people_released_it()
    {
        await using var house = await WindowTown.OpenAsync(Db.Sqlite);
        var open = await RegisterAsync(house);
        var asked = (await AskAsync(house, open, DataRight.Erase)).Made();
        Assert.Equal("erase-while-open", (await DecideAsync(house, asked.Id, isGranted: true)).Refused().Code);
        await CloseAsync(house, open);

        Assert.Equal("missing", (await HoldAsync(house, open, HoldDeed.Ask, WindowTown.Inspector, null)).Refused().Code);
        (await HoldAsync(house, open, HoldDeed.Ask, WindowTown.Inspector, "法院调取")).Made();
        Assert.Equal("under-legal-hold", (await DecideAsync(house, asked.Id, isGranted: true)).Refused().Code);
        Assert.Equal("same-person", (await HoldAsync(house, open, HoldDeed.Approve, WindowTown.Inspector)).Refused().Code);
        (await HoldAsync(house, open, HoldDeed.Approve, WindowTown.OtherInspector)).Made();
        (await HoldAsync(house, open, HoldDeed.AskRelease, WindowTown.Inspector, "案件已结")).Made();
        Assert.Equal("same-person", (await HoldAsync(house, open, HoldDeed.Release, WindowTown.Inspector)).Refused().Code);
        Assert.Equal("under-legal-hold", (await DecideAsync(house, asked.Id, isGranted: true)).Refused().Code);
        (await HoldAsync(house, open, HoldDeed.Release, WindowTown.OtherInspector)).Made();

        (await DecideAsync(house, asked.Id, isGranted: true)).Made();
        Assert.Equal("already-erased", (await AskAsync(house, open, DataRight.Erase)).Refused().Code);
    }

    [Theory, EachDatabase]
    public async Task Retention_is_proposed_approved_and_worked_off_and_leaves_what_is_held(Db db)
    {
        await using var house = await WindowTown.OpenAsync(db);
        var (old, held) = (await EndedAsync(house), await EndedAsync(house));
        house.Clock.Advance(TimeSpan.FromDays(365 * 6));
        var recent = await EndedAsync(house);
        var retention = house.Services.GetRequiredService<RetentionHandler>();

        Assert.Equal(2, (await retention.ProposeAsync(house.System(), default)).Made());
        Assert.Equal(0, await retention.WorkOffAsync(house.System, default));
        Assert.Equal(0, (await retention.ProposeAsync(house.System(), default)).Made());
        (await HoldAsync(house, held, HoldDeed.Ask, WindowTown.Inspector, "审计调取")).Made();
        var run = (await house.ReadAsync(r => r.Set<RetentionRun>().SingleAsync())).Id;
        Assert.Equal("not-permitted", (await retention.HandleAsync(new DecideRetention(run, true, null), house.ActAs(Town.Administrator), default)).Refused().Code);
        (await retention.HandleAsync(new DecideRetention(run, true, null), house.ActAs(WindowTown.Inspector), default)).Made();

        Assert.Equal(1, await retention.WorkOffAsync(house.System, default));
        Assert.Equal(0, await retention.WorkOffAsync(house.System, default));

        Assert.Equal([old.MatterId], await house.ReadAsync(r => r.Set<Erasure>().Select(e => e.MatterId).ToListAsync()));
        var ended = await house.ReadAsync(r => r.Set<RetentionRun>().SingleAsync());
        Assert.Equal((RetentionState.Done, 1, 1), (ended.State, ended.Erased, ended.Skipped));
        Assert.NotEmpty((await house.ReadAsync(r => r.Set<MatterText>().SingleAsync(t => t.MatterId == recent.MatterId))).Text);
    }

    [Fact]
    public async Task A_correction_replaces_the_contact_and_the_words_go()
    {
        await using var house = await WindowTown.OpenAsync(Db.Sqlite);
        var receipt = await EndedAsync(house);
        var request = (await AskAsync(house, receipt, DataRight.Correct, new DataWords("电话换了", null, "13700001111"))).Made();

        (await DecideAsync(house, request.Id, isGranted: true)).Made();

        var contact = (await house.Services.GetRequiredService<RevealContactHandler>().HandleAsync(new RevealContact(receipt.MatterId, "核对"), house.ActAs(Town.Dispatcher), default)).Made();
        Assert.Equal((Name, "13700001111"), (contact.Name, contact.Phone));
        Assert.Null((await house.ReadAsync(r => r.Set<DataRequest>().SingleAsync())).Words);
    }

    [Fact]
    public async Task Only_the_code_of_the_receipt_opens_the_right_and_only_who_may_decides()
    {
        await using var house = await WindowTown.OpenAsync(Db.Sqlite);
        var receipt = await EndedAsync(house);
        Assert.Equal("not-found", (await AskAsync(house, receipt with { Code = "ABCDEFGHJK" }, DataRight.Erase)).Refused().Code);
        var request = (await AskAsync(house, receipt, DataRight.Erase)).Made();
        Assert.Equal("already-asked", (await AskAsync(house, receipt, DataRight.Erase)).Refused().Code);

        var handler = house.Services.GetRequiredService<DecideRequestHandler>();
        Assert.Equal("not-permitted", (await handler.HandleAsync(new DecideRequest(request.Id, true, "同意"), house.ActAs(Town.Dispatcher), default)).Refused().Code);
        Assert.Equal("missing", (await handler.HandleAsync(new DecideRequest(request.Id, false, " "), house.ActAs(WindowTown.Inspector), default)).Refused().Code);
    }

    [Fact]
    public void Every_kind_has_one_rule_of_retention() =>
        Assert.All(Enum.GetValues<MatterKind>(), k => Assert.Single(RetentionRules.All, r => r.Kinds.Contains(k)));

    [Fact]
    public async Task Columns_that_hold_words_are_wiped_and_codes_stay()
    {
        await using var house = await TestHouse.OpenAsync(Db.Sqlite);
        var wiped = await house.ReadAsync(r => Task.FromResult(WipeColumns.In(r.Model).SelectMany(t => t.Texts.Select(p => $"{t.Type.ClrType.Name}.{p.Name}")).ToHashSet(StringComparer.Ordinal)));

        Assert.Superset(new HashSet<string> { "MatterText.Text", "MatterText.PlaceText", "Step.Note", "Answer.Text", "Question.Reply", "CallBack.Note", "Rating.Comment", "Proposal.Reason", "ContactReveal.Reason", "ConflictWaiver.Reason" }, wiped);
        Assert.DoesNotContain(wiped, w => w is "Clock.Limit" or "Step.ReasonCode" or "Step.PersonName" or "TallyMark.TownCode");
    }

    private static async Task<Receipt> RegisterAsync(TestHouse house) => (await house.Services.GetRequiredService<RegisterMatterHandler>().HandleAsync(
        new RegisterMatter(MatterKind.Help, Channel.Web, $"我是{Name}，电话{Phone}，{Said}坏了。", "360821101201") { PlaceText = $"{Said}旁", Contact = new Contact(Name, Phone, null) },
        house.ActAs(Actor.Public), default)).Made();

    private static async Task<Receipt> EndedAsync(TestHouse house)
    {
        var receipt = await RegisterAsync(house);
        await CloseAsync(house, receipt);
        return receipt;
    }

    private static async Task CloseAsync(TestHouse house, Receipt receipt) => (await house.Services.GetRequiredService<IDeeds>().DoAsync(
        new Deed(receipt.MatterId, Verb.AnswerAtOnce, 0) { Text = $"{Name}您好，{Said}已修好。", Outcome = MatterOutcome.Solved }, house.ActAs(Town.Dispatcher), default)).Made();

    private static Task<Outcome<DataRequest>> AskAsync(TestHouse house, Receipt receipt, DataRight right, DataWords? words = null) =>
        house.Services.GetRequiredService<AskAboutDataHandler>().HandleAsync(
            new AskAboutData(receipt.MatterId, receipt.Number, receipt.Code, right, words ?? new DataWords($"请删除{Name}", null, null)), house.ActAs(Actor.Public), default);

    private static Task<Outcome<DataRequest>> DecideAsync(TestHouse house, long id, bool isGranted) =>
        house.Services.GetRequiredService<DecideRequestHandler>().HandleAsync(new DecideRequest(id, isGranted, "已按您的要求办理"), house.ActAs(WindowTown.Inspector), default);

    private static Task<Outcome<Done>> HoldAsync(TestHouse house, Receipt receipt, HoldDeed deed, Actor who, string? reason = null) =>
        house.Services.GetRequiredService<KeepHoldHandler>().HandleAsync(new KeepHold(receipt.MatterId, deed, reason), house.ActAs(who), default);

    // SQLite: the bytes of every file in the folder. PostgreSQL: every row of every table, as text.
    private static async Task<List<string>> TracesAsync(TestHouse house)
    {
        var found = new List<string>();
        if (house.Options.IsPostgreSql)
        {
            var tables = await house.ReadAsync(r => r.Database.SqlQueryRaw<string>("SELECT tablename::text AS \"Value\" FROM pg_tables WHERE schemaname = 'public'").ToListAsync());
            foreach (var (table, planted) in tables.SelectMany(t => _planted.Select(p => (t, p))))
            {
                var count = await house.ReadAsync(r => r.Database.SqlQueryRaw<int>($"SELECT count(*)::int AS \"Value\" FROM \"{table}\" t WHERE t::text LIKE {{0}}", $"%{planted}%").SingleAsync());
                if (count > 0)
                {
                    found.Add($"{table}: {planted}");
                }
            }
            return found;
        }
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(house.Options.Folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            found.AddRange(_planted.Where(p => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(p)) >= 0).Select(p => $"{Path.GetFileName(file)}: {p}"));
        }
        return found;
    }
}
