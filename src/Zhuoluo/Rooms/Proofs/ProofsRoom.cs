using System.CommandLine;
using Zhuoluo.Data.Log;
using Zhuoluo.Rooms.Proofs.Check;
using Zhuoluo.Rooms.Proofs.Commands;
using Zhuoluo.Rooms.Proofs.Give;
using Zhuoluo.Rooms.Proofs.Serving;

namespace Zhuoluo.Rooms.Proofs;

/// <summary>The ledger before the public: the log as any C2SP client reads it, receipts that anyone can check, and what operators do with it.</summary>
internal static class ProofsRoom
{
    public static void AddProofs(this IServiceCollection services) => services.AddSingleton<ReceiptMaker>().AddSingleton<ReceiptCheck>();

    public static void MapProofs(this WebApplication app)
    {
        LogFiles.Map(app);
        PublicReceipts.Map(app);
        CheckApi.Map(app);
    }

    public static Command LedgerCommand() => LedgerCommands.Create();

    public static Command Witness() => WitnessCommand.Create();
}
