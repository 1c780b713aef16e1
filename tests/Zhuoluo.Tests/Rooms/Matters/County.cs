using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters;

/// <summary>A small invented county for tests of matters: two towns, one village, a bureau, a town office, a window, and who works there.</summary>
internal static class County
{
    public const string Code = "360821";
    public const string Town = "360821101";
    public const string OtherTown = "360821102";
    public const string Village = "360821101201";
    public const string BureauCode = "360821-03";
    public const long BureauId = 1003;
    public const long TownOfficeId = 1101;

    private static readonly DateOnly _long = new(2000, 1, 1);

    public static Actor Clerk { get; } = Staff(11, "刘小窗", Town, Role.Clerk, $"/1001/{TownOfficeId}/", TownOfficeId);
    public static Actor Dispatcher { get; } = Staff(12, "陈分派", Code, Role.Dispatcher, "/1001/", 1001);
    public static Actor Handler { get; } = Staff(13, "赵承办", BureauCode, Role.Handler, $"/1001/{BureauId}/", BureauId);
    public static Actor Editor { get; } = Staff(14, "孙编辑", Code, Role.Editor, "/1001/", 1001);
    public static Actor Administrator { get; } = Staff(15, "周管理", Code, Role.Administrator, "/1001/", 1001);

    public static async Task<TestHouse> OpenAsync(Db db)
    {
        var house = await TestHouse.OpenAsync(db);
        await LayAsync(house.Writer, house.System());
        await house.Services.GetRequiredService<Offices>().RefreshAsync(default);
        return house;
    }

    public static Task LayAsync(Writer writer, Act act) => writer.WriteAsync<Done>(act, async work =>
    {
        work.Db.AddRange(
            Place(Code, "安远试点县", PlaceKind.County, null), Place(Town, "清溪镇", PlaceKind.Town, Code),
            Place(OtherTown, "白石镇", PlaceKind.Town, Code), Place(Village, "桥头村", PlaceKind.Village, Town));
        work.Db.AddRange(
            Unit(1001, Code, "试点县政府", UnitKind.County, null, "/1001/"),
            Unit(BureauId, BureauCode, "城管局", UnitKind.Department, 1001, $"/1001/{BureauId}/"),
            Unit(TownOfficeId, Town, "清溪镇政府", UnitKind.Town, 1001, $"/1001/{TownOfficeId}/"));
        (await work.Db.FindAsync<OrganisationVersion>(OrganisationVersion.TheOne))!.Number++;
        return Done.Value;
    }, default);

    public static RegisterMatter Matter(string text = "村口路灯坏了三天，晚上看不见路。") =>
        new(MatterKind.Help, Channel.Web, text, Village) { Contact = new Contact("王小明", "138 0000 1234", "清溪镇桥头村") };

    public static async Task<Receipt> RegisterAsync(TestHouse house, RegisterMatter? command = null, Actor? who = null) =>
        (await house.Services.GetRequiredService<RegisterMatterHandler>().HandleAsync(command ?? Matter(), house.ActAs(who ?? Actor.Public), default)).Made();

    /// <summary>An answered and closed matter, with the receipt that its requester would hold.</summary>
    public static async Task<Receipt> ClosedAsync(TestHouse house)
    {
        var line = new BulkMatter(MatterKind.Help, Channel.Hotline, "路灯不亮", Village, new DateOnly(2026, 2, 2), MatterState.Closed)
        {
            LeadUnitId = BureauId,
            ClosedOn = new DateOnly(2026, 2, 5),
            Outcome = MatterOutcome.Solved,
            ResultText = "已更换灯头，当晚恢复照明。",
        };
        var done = (await house.Services.GetRequiredService<RegisterManyHandler>().HandleAsync([line], house.System(), default)).Made().Matters[0];
        var code = ReceiptCodes.CodeOf(house.Services.GetRequiredService<Vault>(), done.MatterId, done.Number);
        return new Receipt(done.MatterId, done.Number, code, house.Acts.Now, null);
    }

    public static async Task<long> DriveAsync(TestHouse house, DriveKind kind = DriveKind.HouseholdVisits) =>
        (await house.Services.GetRequiredService<KeepDriveHandler>().HandleAsync(
            new KeepDrive("drive-2026", "百名书记访万家", kind, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)), house.ActAs(Dispatcher), default)).Made();

    public static T Made<T>(this Outcome<T> outcome) => outcome.Match(v => v, refusal => throw new InvalidOperationException(refusal.ToString()));

    public static Refusal Refused<T>(this Outcome<T> outcome) => outcome.Match(v => throw new InvalidOperationException($"Not refused: {v}"), refusal => refusal);

    private static Actor Staff(long id, string name, string office, Role role, string path, long unitId) =>
        new(ActorKind.Staff, id, name, office, [new Grant(role, path, unitId)]);

    private static Place Place(string code, string name, PlaceKind kind, string? parent) =>
        new() { Code = code, Name = name, Kind = kind, ParentCode = parent, ValidFrom = _long };

    private static Unit Unit(long id, string code, string name, UnitKind kind, long? parent, string path) => new()
    {
        Id = id,
        Code = code,
        Name = name,
        Kind = kind,
        ParentId = parent,
        Path = path,
        ValidFrom = _long,
        ChangedAt = DateTimeOffset.UnixEpoch,
        ChangedBy = "test",
    };
}
