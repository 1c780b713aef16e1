using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Resident;

/// <summary>The site with two towns, a village, a bureau and a town office, and a resident who talks to it as a browser does.</summary>
internal static partial class Site
{
    public const string Town = "360821101";
    public const string OtherTown = "360821102";
    public const string Village = "360821101201";
    public const long BureauId = 1003;
    public const long TownOfficeId = 1101;
    private static readonly DateOnly _long = new(2000, 1, 1);

    public static async Task<TestSite> OpenAsync(Action<IServiceCollection>? change = null)
    {
        var site = await TestSite.StartAsync(change: change);
        var offices = site.Services.GetRequiredService<Offices>();
        var county = offices.Current.UnitByCode("360821")!;
        await site.Services.GetRequiredService<Writer>().WriteAsync<Done>(site.Operator(), async work =>
        {
            work.Db.AddRange(
                Place(Town, "清溪镇", PlaceKind.Town, "360821"), Place(OtherTown, "白石镇", PlaceKind.Town, "360821"), Place(Village, "桥头村", PlaceKind.Village, Town));
            work.Db.AddRange(
                Unit(BureauId, "360821-03", "城管局", UnitKind.Department, county), Unit(TownOfficeId, Town, "清溪镇政府", UnitKind.Town, county));
            (await work.Db.FindAsync<OrganisationVersion>(OrganisationVersion.TheOne))!.Number++;
            return Done.Value;
        }, default);
        await offices.RefreshAsync(default);
        return site;
    }

    public static Dictionary<string, string> Words(string text = "村口路灯坏了三天，晚上看不见路。") => new()
    {
        ["Form.Kind"] = "Help",
        ["Form.Text"] = text,
        ["Form.PlaceCode"] = Town,
        ["Form.Village"] = "桥头村",
        ["Form.Name"] = "王小明",
        ["Form.Phone"] = "13800001234",
    };

    /// <summary>Sends a matter and reads number and code from the receipt, as its owner does.</summary>
    public static async Task<(string Number, string Code)> SendAsync(this HttpClient client, Dictionary<string, string>? fields = null)
    {
        var sent = await client.PostFormAsync("/submit", fields ?? Words());
        var receipt = await client.PageAsync(sent.Headers.Location!.OriginalString);
        return (receipt.QuerySelector("#receipt-number")!.TextContent, Blank().Replace(receipt.QuerySelector("#receipt-code")!.TextContent, ""));
    }

    public static Task<HttpResponseMessage> TrackAsync(this HttpClient client, string number, string code) =>
        client.PostFormAsync("/track", new() { ["Form.Number"] = number, ["Form.Code"] = code });

    public static async Task<IHtmlDocument> ReadPageAsync(this HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    private static Place Place(string code, string name, PlaceKind kind, string parent) =>
        new() { Code = code, Name = name, Kind = kind, ParentCode = parent, ValidFrom = _long };

    private static Unit Unit(long id, string code, string name, UnitKind kind, Unit above) => new()
    {
        Id = id,
        Code = code,
        Name = name,
        Kind = kind,
        ParentId = above.Id,
        Path = $"{above.Path}{id}/",
        ValidFrom = _long,
        ChangedAt = DateTimeOffset.UnixEpoch,
        ChangedBy = "test",
    };

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();
}
