using System.CommandLine;
using Zhuoluo.Data;

namespace Zhuoluo.Start;

internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database in the current folder up to date");
        command.SetAction(async (_, cancel) =>
        {
            await DataRoom.MigrateAsync(AppOptions.DatabaseFromEnvironment(), cancel);
            return Exit.Done;
        });
        return command;
    }
}
