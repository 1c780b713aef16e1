using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Rooms.Matters.Windows;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Fences;

/// <summary>
/// Somebody complains of a window. Then everybody of the window's line, and everybody else outside the circle, asks every address that
/// the server answers, whoever added it and whenever: lists, exports, feeds, search, the API, with the number, the id and the words of the complaint.
/// </summary>
public sealed class SweepTests
{
    private const string Words = "紫藤花开二号";
    private const string OtherWords = "绿萝攀墙七号";
    private const string Reply = "蒲公英散九号";
    private const string Unknown = "2026-999999";

    [Fact]
    public async Task Nobody_outside_the_circle_finds_a_complaint_about_a_window_anywhere()
    {
        await using var site = await TestSite.StartEmptyAsync();
        await WindowTown.MoveInAsync(site.Services, site.Operator());
        await site.AddPersonAsync(SiteStaff.Administrator, Role.Administrator);
        await site.AddPersonAsync("inspector", Role.Supervisor, WindowTown.Inspection.Id);
        var (receipt, id) = await ComplainAsync(site);
        var doors = GetDoors.Of(site.Services);
        var found = new List<string>();

        foreach (var (login, role, unit) in Outside())
        {
            await site.AddPersonAsync(login, role, unit.Id);
            using var client = await site.SignInAsync(login);
            await SweepAsync(client, login, doors, receipt.Number, id, found);
        }
        using (var anybody = site.Client())
        {
            await SweepAsync(anybody, "not signed in", doors, receipt.Number, id, found);
        }

        Assert.Empty(found);
        // The same sweep finds it where it is: the proof would otherwise prove nothing.
        using var inspector = await site.SignInAsync("inspector");
        await SweepAsync(inspector, "inspector", doors, receipt.Number, id, found);
        Assert.Contains(found, f => f.StartsWith("inspector GET /supervision ", StringComparison.Ordinal));
        Assert.Contains(found, f => f.StartsWith("inspector GET /matters ", StringComparison.Ordinal));
        Assert.Contains(found, f => f.StartsWith("inspector GET /matters/{number} ", StringComparison.Ordinal));
    }

    // The line of the window first: its clerk, who handles and who heads in the bureau, and people of the bureau who have a role for the whole county.
    private static IEnumerable<(string Login, Role Role, Unit Unit)> Outside() =>
    [
        ("line.clerk", Role.Clerk, WindowTown.Window),
        ("line.handler", Role.Handler, WindowTown.Bureau),
        ("line.head", Role.UnitHead, WindowTown.Bureau),
        ("line.leader", Role.Leader, WindowTown.Bureau),
        ("line.dispatcher", Role.Dispatcher, WindowTown.Bureau),
        ("line.supervisor", Role.Supervisor, WindowTown.Bureau),
        ("line.auditor", Role.Auditor, WindowTown.Bureau),
        ("other.dispatcher", Role.Dispatcher, Town.County),
        ("other.head", Role.UnitHead, Town.Housing),
        ("other.leader", Role.Leader, Town.County),
        ("other.editor", Role.Editor, Town.County),
        ("other.auditor", Role.Auditor, Town.County),
        ("other.administrator", Role.Administrator, Town.County),
    ];

    private static async Task<(Receipt Receipt, long Id)> ComplainAsync(TestSite site)
    {
        var token = await WindowTown.TokenAsync(site.Services, site.Operator());
        using var sender = site.Client();
        var sent = await sender.PostFormAsync("/w/" + token, new()
        {
            ["Form.Tone"] = "Complaint",
            ["Form.Text"] = $"{Words}，排队两小时，{OtherWords}。",
            ["Form.Name"] = "邱小雨",
            ["Form.Phone"] = "13912345678",
        });
        var number = sent.Headers.Location!.OriginalString.Split('/')[^1];
        await using var db = await site.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync();
        var matter = db.Set<Matter>().Single(m => m.Number == number);
        var inspector = Town.Somebody(900, "魏监督", Role.Supervisor, WindowTown.Inspection);
        var act = site.Services.GetRequiredService<ActFactory>().New(inspector, Foundation.Door.Page);
        (await site.Services.GetRequiredService<IDeeds>().DoAsync(
            new Deed(matter.Id, Verb.AnswerAtOnce, 0) { Text = $"已整改，{Reply}。", Outcome = MatterOutcome.Solved }, act, default)).Made();
        await site.Services.GetRequiredService<Pump>().DrainAsync(default);
        return (new Receipt(matter.Id, number, "", matter.RegisteredAt, null), matter.Id);
    }

    private static async Task SweepAsync(HttpClient client, string who, IReadOnlyList<string> doors, string number, long id, List<string> found)
    {
        var written = id.ToString(CultureInfo.InvariantCulture);
        foreach (var door in doors)
        {
            if (GetDoors.HasHole(door))
            {
                var known = await LookAsync(client, who, door, GetDoors.Fill(door, number, id), [Words, OtherWords, Reply], found);
                var unknown = await LookAsync(client, who, door, GetDoors.Fill(door, Unknown, 999), [Words, OtherWords, Reply, number, written], found);
                if (known != unknown)
                {
                    found.Add($"{who} GET {door} answers {known} for the complaint and {unknown} for a number that is none");
                }
                continue;
            }
            await LookAsync(client, who, door, door, [Words, OtherWords, Reply, number, written], found);
            await LookAsync(client, who, door, $"{door}?q={Uri.EscapeDataString(Words)}&text={Uri.EscapeDataString(Words)}&place=360821", [OtherWords, Reply, number, written], found);
            await LookAsync(client, who, door, $"{door}?q={number}&number={number}&confidential=1", [Words, OtherWords, Reply, written], found);
        }
    }

    private static async Task<int> LookAsync(HttpClient client, string who, string door, string address, string[] secrets, List<string> found)
    {
        using var answer = await client.GetAsync(address);
        var body = Text(await answer.Content.ReadAsByteArrayAsync());
        found.AddRange(secrets.Where(s => body.Contains(s, StringComparison.Ordinal)).Select(s => $"{who} GET {door} tells {s} at {address}"));
        return (int)answer.StatusCode;
    }

    // Spreadsheets and packages are looked into.
    private static string Text(byte[] body)
    {
        if (body is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.UTF8.GetString(body);
        }
        using var archive = new ZipArchive(new MemoryStream(body));
        var text = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }
        return text.ToString();
    }
}
