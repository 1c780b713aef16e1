using System.CommandLine;
using Zhuoluo.Demo;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Exchange;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Proofs;
using Zhuoluo.Rooms.Reports;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Start;

// The table of contents. Each command lives in the room it belongs to and calls the same handlers as the pages.
var root = new RootCommand("Zhuoluo 着落: every matter lands somewhere")
{
    ServeCommand.Create(),
    DemoCommand.Create(),
    MigrateCommand.Create(),
    OrganisationRoom.People(),
    OrganisationRoom.Units(),
    CalendarsRoom.Command(),
    ExchangeRoom.Command(),
    ExchangeRoom.ExportCommand(),
    FiguresRoom.Command(DemoCommand.CodeOf),
    FilesRoom.Command(),
    MattersRoom.TalliesCommand(),
    MattersRoom.DuplicatesCommand(),
    MattersRoom.RetentionCommand(),
    MattersRoom.WindowsCommand(),
    ReportsRoom.Command(DemoCommand.CodeOf),
    RhythmRoom.Command(DemoCommand.CodeOf),
    ProofsRoom.LedgerCommand(),
    ProjectsRoom.Command(),
    ProofsRoom.Witness(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    await parsed.InvokeAsync();
    return Exit.Misuse;
}
try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception fault) when (fault is not OperationCanceledException)
{
    await Console.Error.WriteLineAsync($"zhuoluo: {fault.GetType().Name}: {fault.Message}");
    return Exit.Fault;
}
