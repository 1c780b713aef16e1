using Zhuoluo.Foundation;

namespace Zhuoluo.Demo;

/// <summary>Invented staff. Names are made by the dice; the logins say what they may do.</summary>
/// <param name="Login">Login name.</param>
/// <param name="Role">Role held.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Says">For the console.</param>
internal sealed record DemoPerson(string Login, Role Role, string Unit, string Says);

internal static class DemoPeople
{
    public const string Password = "zhuoluo-demo-2026";
    public const string County = "360821";
    public const string MarkLogin = "demo.admin";
    public const string Roads = "360821-17";
    public const string Streets = "360821-32";
    public const string Waters = "360821-18";
    public const string Housing = "360821-16";
    public const string Town = "360821100";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("dispatcher", Role.Dispatcher, County, "dispatcher of the county's hotline: sorts and sends"),
        new("roads.handler", Role.Handler, Roads, "handler at the transport bureau"),
        new("roads.head", Role.UnitHead, Roads, "head of the transport bureau"),
        new("streets.handler", Role.Handler, Streets, "handler at the city management bureau"),
        new("streets.head", Role.UnitHead, Streets, "head of the city management bureau"),
        new("town.handler", Role.Handler, Town, "handler in the town of Dunhou"),
        new("town.head", Role.UnitHead, Town, "head of the town of Dunhou"),
        new("town.clerk", Role.Clerk, Town, "window clerk and visitor in the town of Dunhou"),
        new("supervisor", Role.Supervisor, County, "supervisor: calls back, follows up"),
        new("inspector", Role.Supervisor, "360821-04", "supervisor at the discipline commission: what is said at windows"),
        new("window.clerk", Role.Clerk, "360821-31-01", "clerk of a window"),
        new("approval.head", Role.UnitHead, "360821-31", "head of the bureau that the windows belong to"),
        new("leader", Role.Leader, County, "county leader: sees all, urges"),
        new("editor", Role.Editor, County, "editor: checks what becomes public"),
        new("auditor", Role.Auditor, County, "auditor: reads all, changes nothing"),
        new(MarkLogin, Role.Administrator, County, "administrator"),
        new("waters.handler", Role.Handler, Waters, "handler at the water bureau"),
        new("waters.head", Role.UnitHead, Waters, "head of the water bureau"),
        new("housing.handler", Role.Handler, Housing, "handler at the housing bureau"),
        new("housing.head", Role.UnitHead, Housing, "head of the housing bureau"),
    ];

    /// <summary>Who keeps the lists of a place beside the default one. Its first department reports, a second accepts.</summary>
    public static IReadOnlyList<DemoPerson> Elsewhere(string code) =>
    [
        new("dispatcher", Role.Dispatcher, code, "dispatcher: takes in and sends, keeps the lists"),
        new("bureau.handler", Role.Handler, code + "-07", "handler at the transport bureau: reports progress"),
        new("bureau.head", Role.UnitHead, code + "-07", "head of the transport bureau"),
        new("housing.handler", Role.Handler, code + "-06", "handler at the housing bureau"),
        new("housing.head", Role.UnitHead, code + "-06", "head of the housing bureau"),
        new("supervisor", Role.Supervisor, code, "supervisor: follows up"),
        new("leader", Role.Leader, code, "leader: sees all"),
        new("editor", Role.Editor, code, "editor: checks what becomes public"),
        new("auditor", Role.Auditor, code, "auditor: reads all, changes nothing"),
        new(MarkLogin, Role.Administrator, code, "administrator"),
    ];
}
