using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Disclosure;
using Zhuoluo.Rooms.Exchange;
using Zhuoluo.Rooms.Exchange.Commands;
using Zhuoluo.Rooms.Exchange.Export;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Start;
using Zhuoluo.Tests.Rooms.Files;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Exchange;

/// <summary>What goes out comes in again: the same tallies, numbers and public counts in an empty house, on either database.</summary>
public sealed class MoveTests
{
    private const string Passphrase = "correct horse battery";
    private const string Said = "=HYPERLINK(\"http://evil\")\t上坪村停水，联系张三 13800001234";

    [Theory]
    [InlineData(Db.Sqlite, Db.Postgres)]
    [InlineData(Db.Postgres, Db.Sqlite)]
    public async Task A_whole_house_moves_to_another_database_with_codes_contacts_and_ledger(Db from, Db to)
    {
        await using var old = await LivedInAsync(from);
        await using var empty = await TestHouse.OpenAsync(to);
        var folder = Path.Combine(old.House.Options.Folder, "out");

        Assert.Equal(Exit.Done, await ExportAsync(new ExportOrder(ExportContent.Move, ExportFormat.Jsonl, null, Passphrase), folder, old.House));
        Assert.All(Directory.GetFiles(folder, "*.sealed"), f => Assert.DoesNotContain("matter", Encoding.UTF8.GetString(File.ReadAllBytes(f)), StringComparison.Ordinal));
        Assert.Equal(Exit.Refused, await MoveInAsync(folder, "another passphrase", empty));
        Assert.Equal(Exit.Done, await MoveInAsync(folder, Passphrase, empty));
        Assert.Equal(Exit.Done, await MoveInAsync(folder, Passphrase, empty));
        await empty.RestartAsync();

        Assert.Equal(await TalliesAsync(old.House), await TalliesAsync(empty));
        Assert.Equal(await PublicAsync(old.House), await PublicAsync(empty));
        var photos = await PhotosAsync(old.House);
        Assert.Equal(2, photos.Count);
        Assert.Equal(photos, await PhotosAsync(empty));
        var receipt = old.Receipts[0];
        Assert.True(ReceiptCodes.IsCodeOf(empty.Services.GetRequiredService<Vault>(), receipt.MatterId, receipt.Number, receipt.Code));
        var contact = await empty.ReadAsync(db => db.Set<MatterContact>().SingleAsync(c => c.MatterId == receipt.MatterId));
        var key = await empty.ReadAsync(db => db.Set<SubjectKey>().SingleAsync(k => k.Id == contact.KeyId));
        Assert.Equal("13800001234", MatterContacts.Open(empty.Services.GetRequiredService<Vault>(), key, contact).Phone);
        // The old house has noted since that it was taken out.
        var before = (await LedgerAsync(old.House))[..^1];
        Assert.Equal(before, (await LedgerAsync(empty))[..before.Count]);
        Assert.Single(await empty.ReadAsync(db => MatterSearchAsync(db, "停水")), receipt.MatterId);
    }

    [Theory]
    [InlineData("Jsonl")]
    [InlineData("Csv")]
    [InlineData("Xlsx")]
    public async Task Every_form_without_personal_data_counts_the_same_where_it_comes_in(string form)
    {
        var format = Enum.Parse<ExportFormat>(form);
        await using var old = await LivedInAsync(Db.Sqlite);
        await using var empty = await TestHouse.OpenAsync(Db.Sqlite);
        var folder = Path.Combine(old.House.Options.Folder, "out");

        Assert.Equal(Exit.Done, await ExportAsync(new ExportOrder(ExportContent.Office, format), folder, old.House));
        Assert.Equal(Exit.Done, await MoveInAsync(folder, null, empty));
        await empty.RestartAsync();

        Assert.Equal((await TalliesAsync(old.House)).Where(t => t.By != TallyBy.All), (await TalliesAsync(empty)).Where(t => t.By != TallyBy.All));
        Assert.Equal(await PublicAsync(old.House), await PublicAsync(empty));
        Assert.Equal(await NumbersAsync(old.House), await NumbersAsync(empty));
        var files = string.Join('\n', Directory.GetFiles(folder).Where(f => !f.EndsWith(".xlsx", StringComparison.Ordinal)).Select(File.ReadAllText));
        Assert.DoesNotContain("13800001234", files, StringComparison.Ordinal);
        Assert.DoesNotContain("HYPERLINK", files, StringComparison.Ordinal);
        Assert.DoesNotContain("李派单", files, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Jsonl")]
    [InlineData("Csv")]
    [InlineData("Xlsx")]
    public async Task With_a_reason_texts_go_out_and_come_back_to_the_letter(string form)
    {
        var format = Enum.Parse<ExportFormat>(form);
        await using var old = await LivedInAsync(Db.Sqlite);
        await using var empty = await TestHouse.OpenAsync(Db.Sqlite);
        var folder = Path.Combine(old.House.Options.Folder, "out");

        Assert.Equal(Exit.Refused, await ExportAsync(new ExportOrder(ExportContent.Personal, format), folder, old.House));
        Assert.Equal(Exit.Done, await ExportAsync(new ExportOrder(ExportContent.Personal, format, "复核"), folder, old.House));
        Assert.Equal(Exit.Done, await MoveInAsync(folder, null, empty));
        await empty.RestartAsync();

        Assert.Equal(await TextsAsync(old.House), await TextsAsync(empty));
        Assert.Equal(await TalliesAsync(old.House), await TalliesAsync(empty));
        if (format == ExportFormat.Csv)
        {
            Assert.Contains("'=HYPERLINK", await File.ReadAllTextAsync(Path.Combine(folder, "matter_text.csv")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_house_that_is_lived_in_and_a_damaged_export_are_refused_and_a_whole_copy_goes_on()
    {
        await using var old = await LivedInAsync(Db.Sqlite);
        await using var empty = await TestHouse.OpenAsync(Db.Sqlite);
        var folder = Path.Combine(old.House.Options.Folder, "out");
        await ExportAsync(new ExportOrder(ExportContent.Office, ExportFormat.Jsonl), folder, old.House);

        Assert.Equal(Exit.Refused, await MoveInAsync(folder, null, old.House));
        Assert.Equal(Exit.Refused, await MoveInAsync(old.House.Options.Folder, null, empty));
        var steps = Path.Combine(folder, "step.jsonl");
        var whole = await File.ReadAllBytesAsync(steps);
        await File.WriteAllBytesAsync(steps, whole[..(whole.Length / 2)]);
        Assert.Equal(Exit.Refused, await MoveInAsync(folder, null, empty));
        await File.WriteAllBytesAsync(steps, whole);
        Assert.Equal(Exit.Done, await MoveInAsync(folder, null, empty));
        await empty.RestartAsync();

        Assert.Equal(await NumbersAsync(old.House), await NumbersAsync(empty));
    }

    [Fact]
    public async Task A_changed_pack_of_files_is_refused_before_a_row_comes_in_and_a_name_that_leads_out_finds_nothing()
    {
        await using var old = await LivedInAsync(Db.Sqlite);
        await using var empty = await TestHouse.OpenAsync(Db.Sqlite);
        var (folder, plain) = (Path.Combine(old.House.Options.Folder, "out"), Path.Combine(old.House.Options.Folder, "plain"));
        await ExportAsync(new ExportOrder(ExportContent.Move, ExportFormat.Jsonl, null, Passphrase), folder, old.House);
        await ExportAsync(new ExportOrder(ExportContent.Office, ExportFormat.Jsonl), plain, old.House);
        var pack = Path.Combine(folder, Manifest.PackName);
        var whole = await File.ReadAllBytesAsync(pack);

        await File.WriteAllBytesAsync(pack, [.. whole[..^1], (byte)(whole[^1] ^ 1)]);
        Assert.Equal(Exit.Refused, await MoveInAsync(folder, Passphrase, empty));
        File.Delete(pack);
        Assert.Equal(Exit.Refused, await MoveInAsync(folder, Passphrase, empty));
        Assert.Equal(0, await empty.ReadAsync(db => db.Set<Matter>().CountAsync()));
        await File.WriteAllBytesAsync(pack, whole);
        Assert.Equal(Exit.Done, await MoveInAsync(folder, Passphrase, empty));
        await empty.RestartAsync();
        Assert.Equal(await PhotosAsync(old.House), await PhotosAsync(empty));

        await using var other = await TestHouse.OpenAsync(Db.Sqlite);
        var manifest = Path.Combine(plain, Manifest.FileName);
        File.Move(Path.Combine(plain, "answer.jsonl"), Path.Combine(old.House.Options.Folder, "outside.jsonl"));
        await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest)).Replace("\"answer.jsonl\"", "\"../outside.jsonl\"", StringComparison.Ordinal));
        Assert.Equal(Exit.Refused, await MoveInAsync(plain, null, other));
    }

    private static async Task<(TestHouse House, List<Receipt> Receipts, IAsyncDisposable)> MakeAsync(Db db)
    {
        var house = await TestHouse.OpenAsync(db);
        await Town.MoveInAsync(house);
        await house.Services.GetRequiredService<Zhuoluo.Rooms.Organisation.Offices>().RefreshAsync(default);
        var receipts = new List<Receipt>();
        var register = house.Services.GetRequiredService<RegisterMatterHandler>();
        using var photos = Value(await house.Services.GetRequiredService<FileDesk>().TakeAsync([(Pictures.Jpeg(), null), (Pictures.Png(), null)], default));
        for (var i = 0; i < 6; i++)
        {
            var kind = i == 5 ? MatterKind.Report : MatterKind.Help;
            var command = new RegisterMatter(kind, Channel.Web, i == 0 ? Said.Replace('\t', ' ') : $"第{i}件：路灯不亮。", "360821101201")
            {
                Contact = new Contact("张三", "13800001234", null),
                IsConfidential = i == 5,
                Files = i == 0 ? photos.Files : [],
            };
            receipts.Add(Value(await register.HandleAsync(command, house.ActAs(Actor.Public), default)));
            house.Clock.Advance(TimeSpan.FromMinutes(7));
        }
        var deeds = house.Services.GetRequiredService<IDeeds>();
        foreach (var receipt in receipts.Take(3))
        {
            Value(await deeds.DoAsync(new Deed(receipt.MatterId, Verb.Accept, 0), house.ActAs(Town.Dispatcher), default));
            Value(await deeds.DoAsync(new Deed(receipt.MatterId, Verb.Assign, 0) { UnitId = Town.Pipes.Id, Reason = "请处理" }, house.ActAs(Town.Dispatcher), default));
        }
        await house.DrainAsync();
        return (house, receipts, house);
    }

    private static async Task<Lived> LivedInAsync(Db db)
    {
        var (house, receipts, _) = await MakeAsync(db);
        return new Lived(house, receipts);
    }

    private static Task<int> ExportAsync(ExportOrder order, string folder, TestHouse house) =>
        ExportCommand.RunAsync(order, folder, "test", house.Options, TextWriter.Null, TextWriter.Null, default);

    private static Task<int> MoveInAsync(string folder, string? passphrase, TestHouse house) =>
        MoveInCommand.RunAsync(folder, passphrase, "test", house.Options, TextWriter.Null, TextWriter.Null, default);

    private static async Task<List<(TallyBy By, string Key, int Month, MatterState State, MatterOutcome Outcome, long Count)>> TalliesAsync(TestHouse house) =>
        [.. (await house.ReadAsync(db => db.Set<Tally>().Where(t => t.Count != 0).ToListAsync())).Select(t => (t.By, t.Key, t.Month, t.State, t.Outcome, t.Count)).Order()];

    // What a reader of each photo gets; nothing for one whose bytes did not come.
    private static async Task<List<string>> PhotosAsync(TestHouse house)
    {
        var store = house.Services.GetRequiredService<IFileStore>();
        var photos = new List<string>();
        foreach (var digest in await house.ReadAsync(db => db.Set<Attachment>().OrderBy(a => a.Id).Select(a => a.Digest).ToListAsync()))
        {
            if (await store.OpenAsync(digest, default) is { } bytes)
            {
                await using (bytes)
                {
                    photos.Add(Convert.ToHexString(await System.Security.Cryptography.SHA256.HashDataAsync(bytes)));
                }
            }
        }
        return photos;
    }

    private static Task<List<string>> NumbersAsync(TestHouse house) =>
        house.ReadAsync(db => db.Set<Matter>().Where(m => !m.IsConfidential).OrderBy(m => m.Id).Select(m => m.Number).ToListAsync());

    private static Task<List<string>> TextsAsync(TestHouse house) => house.ReadAsync(db => db.Set<MatterText>().OrderBy(m => m.MatterId).Select(m => m.Text).ToListAsync());

    private static Task<List<byte[]>> LedgerAsync(TestHouse house) => house.ReadAsync(db => db.Set<LedgerEntry>().OrderBy(e => e.Idx).Select(e => e.Body).ToListAsync());

    private static Task<List<long>> MatterSearchAsync(ZhuoluoContext db, string words) => MatterSearch.Hits(db, words).ToListAsync();

    private static Task<string> PublicAsync(TestHouse house) => house.ReadAsync(async db =>
    {
        var tallies = new TallyQuery(db);
        return string.Join('\n', [.. await tallies.ByMonthAsync(null, default), .. await tallies.ByAsync(TallyBy.Town, null, default), .. await tallies.ByAsync(TallyBy.Category, null, default)]);
    });

    private static T Value<T>(Outcome<T> outcome) => outcome.Match(v => v, r => throw new InvalidOperationException(r.ToString()));

    private sealed record Lived(TestHouse House, List<Receipt> Receipts) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => House.DisposeAsync();
    }
}
