using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Zhuoluo.Foundation;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Witnesses;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Proofs.Commands;

/// <summary>
/// zhuoluo witness: for an audit office on a machine of its own. Cosigns a checkpoint of a log that it knows when it follows from the one before,
/// and so makes sure that everybody is shown the same log (C2SP tlog-witness). Needs no database.
/// </summary>
internal static class WitnessCommand
{
    private const int SeedLength = 32;

    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--folder") { Description = "Where its key and what it cosigned last lie; must outlive the machine", Required = true };
        var name = new Option<string>("--name") { Description = "Name of the witness, such as audit.jian.example/w1", Required = true };
        var logs = new Option<FileInfo>("--logs") { Description = "Lines 'log VKEY', from /ledger/key of each log that it watches", Required = true };
        var urls = ServeCommand.UrlsOption();
        var command = new Command("witness", "Cosign the checkpoints of other installations") { folder, name, logs, urls };
        command.SetAction(async (parsed, cancel) =>
        {
            var policy = TrustPolicy.Parse(await File.ReadAllTextAsync(parsed.GetRequiredValue(logs).FullName, cancel));
            using var key = KeyIn(parsed.GetRequiredValue(folder).FullName, parsed.GetRequiredValue(name));
            await using var app = Build(policy, parsed.GetRequiredValue(folder).FullName, key, parsed.GetRequiredValue(urls));
            await app.StartAsync(cancel);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{key.Verifier} {app.Urls.First()}");
            await app.WaitForShutdownAsync(cancel);
            return Exit.Done;
        });
        return command;
    }

    /// <summary>The witness as a server that answers one call.</summary>
    internal static WebApplication Build(TrustPolicy policy, string folder, SignerKey key, string urls)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = AddCheckpoint.MostBytes;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(new ActFactory(TimeProvider.System, new IdSource(0), Chance.System));
        builder.Services.AddSingleton(_ => new Witness(policy, new FolderWitnessMemory(folder), key));
        var app = builder.Build();
        app.MapPost("/" + AddCheckpoint.Path, async (HttpContext context, Witness witness, ActFactory acts) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var answer = await witness.AddAsync(body.ToArray(), acts.Now, context.RequestAborted);
            return Results.Text(answer.Body, answer.ContentType, null, (int)answer.Status);
        });
        return app;
    }

    /// <summary>The key in the folder; made the first time.</summary>
    internal static SignerKey KeyIn(string folder, string name)
    {
        var file = Path.Combine(folder, "witness.skey");
        if (!File.Exists(file))
        {
            var (skey, _) = SignerKey.Generate(name, KeyKind.Cosignature, RandomNumberGenerator.GetBytes(SeedLength));
            DurableFile.Write(file, Encoding.ASCII.GetBytes(skey + "\n"));
        }
        return SignerKey.Parse(File.ReadAllText(file).Trim());
    }
}
