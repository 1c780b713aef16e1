using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Zhuoluo.Data;
using Zhuoluo.Data.Log;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Export;
using Zhuoluo.Rooms.Exchange.Moving;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Exchange.Commands;

/// <summary>zhuoluo import FOLDER (or the .zip of the page): brings a whole export into an empty house.</summary>
internal static class MoveInCommand
{
    /// <summary>Whether it is an export of ours and not an office's file.</summary>
    public static bool IsExport(string path) =>
        Directory.Exists(path) || (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && File.Exists(path));

    public static async Task<int> RunAsync(string path, string? passphrase, string by, DatabaseOptions database, TextWriter output, TextWriter notes, CancellationToken cancel)
    {
        if (Directory.Exists(path))
        {
            return await InAsync(path, passphrase, by, database, output, notes, cancel);
        }
        var folder = Directory.CreateTempSubdirectory("zhuoluo-move").FullName;
        try
        {
            // Refuses names that lead out of the folder.
            await ZipFile.ExtractToDirectoryAsync(path, folder, cancel);
            return await InAsync(folder, passphrase, by, database, output, notes, cancel);
        }
        catch (InvalidDataException)
        {
            return await SayAsync(new NoExport(), notes);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> InAsync(string folder, string? passphrase, string by, DatabaseOptions database, TextWriter output, TextWriter notes, CancellationToken cancel)
    {
        var file = Path.Combine(folder, Manifest.FileName);
        var bytes = File.Exists(file) ? await File.ReadAllBytesAsync(file, cancel) : [];
        if (Manifest.Read(bytes) is not { } manifest)
        {
            return await SayAsync(new NoExport(), notes);
        }
        byte[]? key = null;
        if (manifest.Key is { } kept && (key = MoveKey.Open(kept, passphrase ?? "")) is null)
        {
            return await SayAsync(new WrongPassphrase(), notes);
        }
        await DataRoom.MigrateAsync(database, cancel);
        // What the house before sealed opens with its own key; where anybody lives the handler refuses before a row is read.
        if (key is not null && !await IsLivedInAsync(database, cancel))
        {
            Vault.TakeOver(database, manifest.Key!.Master, key);
            if (manifest.Key.Ledger is { } ledger)
            {
                LogKeys.TakeOver(LogOptions.FromEnvironment(database), ledger, key);
            }
        }
        await using var services = App.BuildServices(new AppOptions(database, "", IsDemo: false));
        var act = services.GetRequiredService<ActFactory>().New(Actor.Operator(by), Door.Command);
        var outcome = await services.GetRequiredService<MoveInHandler>().HandleAsync(new MoveIn(folder, manifest, SHA256.HashData(bytes), key), act, new Told(notes), cancel);
        if (outcome.IsRefused(out var refusal, out var moved))
        {
            return await SayAsync(refusal, notes);
        }
        await output.WriteLineAsync(moved.IsNew
            ? string.Create(CultureInfo.InvariantCulture, $"{moved.Rows} rows of {manifest.Tables.Count} tables moved in")
            : "This export moved in before; nothing was changed");
        return Exit.Done;
    }

    private static async Task<bool> IsLivedInAsync(DatabaseOptions database, CancellationToken cancel)
    {
        await using var services = App.BuildServices(new AppOptions(database, "", IsDemo: false));
        return await services.GetRequiredService<MoveInHandler>().IsLivedInAsync(cancel);
    }

    private static async Task<int> SayAsync(Refusal refusal, TextWriter notes)
    {
        await notes.WriteLineAsync("error: " + Plain.Text(refusal));
        return Exit.Refused;
    }

    private sealed class Told(TextWriter notes) : IProgress<long>
    {
        public void Report(long value) => notes.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value}"));
    }
}
