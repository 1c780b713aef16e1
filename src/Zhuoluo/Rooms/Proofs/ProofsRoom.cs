using System.CommandLine;
using Zhuoluo.Rooms.Proofs.Commands;
using Zhuoluo.Rooms.Proofs.Serving;

namespace Zhuoluo.Rooms.Proofs;

/// <summary>The ledger before the public: the log as any C2SP client reads it, receipts, and what operators do with it.</summary>
internal static class ProofsRoom
{
    public static void MapProofs(this WebApplication app) => LogFiles.Map(app);

    public static Command LedgerCommand() => LedgerCommands.Create();

    public static Command Witness() => WitnessCommand.Create();
}
