using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Windows;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Windows;

/// <summary>The invented county with a bureau that has a window and a counter below it, and an office that supervises.</summary>
internal static class WindowTown
{
    public static Unit Bureau { get; } = Town.Housing with { Id = 21, Code = "360821-31", Name = "县行政审批局", Path = "/1/21/" };
    public static Unit Window { get; } = Bureau with { Id = 22, Code = "360821-31-1", Name = "社保一号窗口", Kind = UnitKind.Window, ParentId = 21, Path = "/1/21/22/", Room = "一楼 1 号" };
    public static Unit Inspection { get; } = Bureau with { Id = 23, Code = "360821-04", Name = "县效能监督办", Path = "/1/23/" };

    public static Actor Inspector { get; } = Town.Somebody(201, "魏监督", Role.Supervisor, Inspection);
    public static Actor OtherInspector { get; } = Town.Somebody(202, "蒋监督", Role.Supervisor, Town.County);
    public static Actor WindowClerk { get; } = Town.Somebody(203, "沈窗口", Role.Clerk, Window);
    public static Actor BureauHead { get; } = Town.Somebody(204, "韩局长", Role.UnitHead, Bureau);
    public static Actor BureauDispatcher { get; } = Town.Somebody(205, "杨分派", Role.Dispatcher, Bureau);
    public static Actor BureauSupervisor { get; } = Town.Somebody(206, "朱督查", Role.Supervisor, Bureau);

    public static async Task MoveInAsync(IServiceProvider services, Act act)
    {
        await services.GetRequiredService<Writer>().WriteAsync<Done>(act, async work =>
        {
            work.Db.AddRange([.. Town.Units, Bureau, Window, Inspection, .. Town.Places, .. Town.Categories]);
            (await work.Db.FindAsync<OrganisationVersion>(OrganisationVersion.TheOne))!.Number++;
            return Done.Value;
        }, default);
        await services.GetRequiredService<Offices>().RefreshAsync(default);
    }

    /// <summary>A role held in the tables too, which is what the choice of the supervising office reads.</summary>
    public static async Task<TestHouse> OpenAsync(Db db)
    {
        var house = await TestHouse.OpenAsync(db);
        await MoveInAsync(house.Services, house.System());
        foreach (var one in (Actor[])[Inspector, OtherInspector, BureauHead, WindowClerk])
        {
            await house.InsertAsync([Person(one), Assignment(one)]);
        }
        return house;
    }

    public static async Task<string> TokenAsync(IServiceProvider services, Act act)
    {
        var codes = (await services.GetRequiredService<IssueWindowCodesHandler>().HandleAsync(new IssueWindowCodes([Window.Id]), act, default)).Made();
        return WindowTokens.Of(services.GetRequiredService<Vault>(), codes[0].Id);
    }

    public static Person Person(Actor who) => new()
    {
        Id = who.PersonId!.Value,
        Name = who.Name,
        LoginName = $"p{who.PersonId}",
        PasswordHash = "x",
        SecurityStamp = "x",
        IsActive = true,
    };

    private static RoleAssignment Assignment(Actor who) => new()
    {
        Id = who.PersonId!.Value + 1000,
        PersonId = who.PersonId.Value,
        Role = who.Grants[0].Role,
        UnitId = who.Grants[0].UnitId!.Value,
        From = new DateOnly(2020, 1, 1),
        Kind = AssignmentKind.Regular,
    };
}
