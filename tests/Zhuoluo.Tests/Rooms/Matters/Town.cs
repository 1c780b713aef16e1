using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters;

/// <summary>An invented county with a hotline, a housing office that has a team below it, and a town; and the people of each.</summary>
internal static class Town
{
    private static readonly DateOnly _since = new(2020, 1, 1);

    public static Unit County { get; } = AUnit(1, "360821", "青川县", UnitKind.County, null);
    public static Unit Hotline { get; } = AUnit(2, "360821-01", "县民生热线办", UnitKind.Department, County);
    public static Unit Housing { get; } = AUnit(3, "360821-12", "县住建局", UnitKind.Department, County);
    public static Unit Pipes { get; } = AUnit(4, "360821-12-1", "供水管网站", UnitKind.Team, Housing);
    public static Unit TownHall { get; } = AUnit(5, "360821101", "梅溪镇政府", UnitKind.Town, County);

    public static IReadOnlyList<Unit> Units { get; } = [County, Hotline, Housing, Pipes, TownHall];

    public static IReadOnlyList<Place> Places { get; } =
    [
        APlace("360821", "青川县", PlaceKind.County, null),
        APlace("360821101", "梅溪镇", PlaceKind.Town, "360821"),
        APlace("360821102", "石桥乡", PlaceKind.Township, "360821"),
        APlace("360821101201", "上坪村", PlaceKind.Village, "360821101"),
    ];

    public static IReadOnlyList<Category> Categories { get; } =
    [
        ACategory("01", "供水", null),
        ACategory("0101", "停水", "01"),
        ACategory("02", "道路", null),
    ];

    public static Actor Dispatcher { get; } = Somebody(101, "李派单", Role.Dispatcher, County);
    public static Actor Supervisor { get; } = Somebody(102, "王督办", Role.Supervisor, County);
    public static Actor Auditor { get; } = Somebody(103, "周审计", Role.Auditor, County);
    public static Actor Leader { get; } = Somebody(104, "钱县长", Role.Leader, County);
    public static Actor HousingHead { get; } = Somebody(105, "陈局长", Role.UnitHead, Housing);
    public static Actor PipeHandler { get; } = Somebody(106, "吴师傅", Role.Handler, Pipes);
    public static Actor TownClerk { get; } = Somebody(107, "赵窗口", Role.Clerk, TownHall);
    public static Actor Administrator { get; } = Somebody(108, "孙管理", Role.Administrator, County);

    public static Actor Somebody(long id, string name, Role role, Unit unit) =>
        new(ActorKind.Staff, id, name, unit.Code, [new Grant(role, unit.Path, unit.Id)]);

    /// <summary>Writes units, places and categories into the house.</summary>
    public static async Task MoveInAsync(TestHouse house) => await house.InsertAsync([.. Units, .. Places, .. Categories]);

    private static Unit AUnit(long id, string code, string name, UnitKind kind, Unit? parent) => new()
    {
        Id = id,
        Code = code,
        Name = name,
        Kind = kind,
        ParentId = parent?.Id,
        Path = (parent?.Path ?? "/") + id + "/",
        ValidFrom = _since,
        ChangedAt = DateTimeOffset.UnixEpoch,
        ChangedBy = "",
    };

    private static Place APlace(string code, string name, PlaceKind kind, string? parent) =>
        new() { Code = code, Name = name, Kind = kind, ParentCode = parent, ValidFrom = _since };

    private static Category ACategory(string code, string name, string? parent) =>
        new() { Code = code, Name = name, ParentCode = parent, StandardRef = "county", ValidFrom = _since };
}
