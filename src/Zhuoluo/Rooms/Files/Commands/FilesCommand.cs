using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Zhuoluo.Foundation;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Files.Commands;

/// <summary>zhuoluo files check: whether the store takes, gives back and deletes, and whether the checking program tells good from bad.</summary>
internal static class FilesCommand
{
    // The test file that all scanners know, in halves so that none finds it in this program (eicar.org).
    private static readonly byte[] _harm = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    public static Command Create() => new("files", "Where photos and files lie") { Check() };

    private static Command Check()
    {
        var command = new Command("check", "Try the store and the checking program as they are set up");
        command.SetAction(async (_, cancel) =>
        {
            var options = new AppOptions(AppOptions.DatabaseFromEnvironment(), AppOptions.DefaultUrls, IsDemo: false);
            await using var services = App.BuildServices(options);
            var isStored = await StoreAsync(services.GetRequiredService<IFileStore>(), services.GetRequiredService<ActFactory>().Now, cancel);
            var isChecked = await ScanAsync(services.GetRequiredService<IFileScan>(), cancel);
            return isStored && isChecked ? Exit.Done : Exit.Refused;
        });
        return command;
    }

    private static async Task<bool> StoreAsync(IFileStore store, DateTimeOffset now, CancellationToken cancel)
    {
        var bytes = Encoding.UTF8.GetBytes($"zhuoluo files check {now:O}");
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var name = store.GetType().Name;
        try
        {
            await store.PutAsync(digest, bytes, cancel);
            await using var stream = await store.OpenAsync(digest, cancel);
            await store.DeleteAsync(digest, cancel);
            var isGood = stream is { Length: var length } && length == bytes.Length && !await store.HasAsync(digest, cancel);
            await Console.Out.WriteLineAsync($"store\t{name}\t{(isGood ? "good" : "gives back something else")}");
            return isGood;
        }
        catch (FileStoreAway fault)
        {
            await Console.Out.WriteLineAsync($"store\t{name}\tbad");
            await Console.Error.WriteLineAsync($"error: {fault.Message}\nhint: docs/running, ZHUOLUO_S3");
            return false;
        }
    }

    private static async Task<bool> ScanAsync(IFileScan scan, CancellationToken cancel)
    {
        if (scan is Scanning.NoScan)
        {
            await Console.Out.WriteLineAsync("scan\tnone");
            return true;
        }
        var plain = await scan.LookAsync("plain text"u8.ToArray(), cancel);
        var harm = await scan.LookAsync(_harm, cancel);
        var isGood = plain is null && harm is FileHarmful;
        await Console.Out.WriteLineAsync($"scan\tplain text: {plain?.Code ?? "let through"}\ttest virus: {harm?.Code ?? "let through"}\t{(isGood ? "good" : "bad")}");
        return isGood;
    }
}
