using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Projects.Deeds;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Projects;

/// <summary>A list and a project on it for tests, and who does what.</summary>
internal static class Promise
{
    public static Actor Supervisor { get; } = new(ActorKind.Staff, 16, "吴督查", County.Code, [new Grant(Role.Supervisor, "/1001/", 1001)]);

    public static async Task<long> ListAsync(TestHouse house, string code = "ms-2026", bool isPublic = true) =>
        (await house.Services.GetRequiredService<KeepProgrammeHandler>().HandleAsync(
            new KeepProgramme(code, "十件民生实事", ProgrammeKind.Practical, PublicLevel.County, 2026, 1001) { IsPublic = isPublic, EntryRule = "群众提、代表定" }, house.ActAs(County.Dispatcher), default)).Made();

    public static NewProject Road(long? programme) => new("桥头村进村路", County.BureauId, new DateOnly(2026, 3, 2), new DateOnly(2026, 6, 10))
    {
        ProgrammeId = programme,
        PlaceCode = County.Village,
        LeaderName = "李县长",
        Targets = [new NewTarget("道路硬化", 12_500, "公里")],
        Money = [new NewMoney(MoneySource.County, 1_200_000_00)],
    };

    public static async Task<ProjectDone> RegisterAsync(TestHouse house, NewProject project, Actor? who = null) =>
        (await house.Services.GetRequiredService<RegisterProjectHandler>().HandleAsync(project, house.ActAs(who ?? County.Dispatcher), default)).Made();

    public static Task<Outcome<ProjectDone>> DoAsync(TestHouse house, ProjectDeed deed, Actor who) =>
        house.Services.GetRequiredService<DoProject>().DoAsync(deed, house.ActAs(who), default);

    public static Task<Outcome<ProjectDone>> ReportAsync(TestHouse house, ReportProgress report, Actor? who = null) =>
        house.Services.GetRequiredService<ReportProgressHandler>().HandleAsync(report, house.ActAs(who ?? County.Handler), default);
}
