using System.CommandLine;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Reports.Check;
using Zhuoluo.Rooms.Reports.Commands;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Reports;

/// <summary>What an office writes about its work: no number leaves the house that contradicts itself. Reads only; nothing that is checked is kept.</summary>
internal static class ReportsRoom
{
    public static void AddReports(this IServiceCollection services) =>
        services.AddSingleton<HouseFigures>().AddSingleton(new MenuItem("reports.menu", "/reports/check", "file-text", user => user.May(Capability.CheckDrafts), MenuGroup.Look));

    public static void MapReports(this WebApplication app) => CheckApi.Map(app);

    public static Command Command(Func<string, string?> codeOf) => CheckCommand.Create(codeOf);
}
