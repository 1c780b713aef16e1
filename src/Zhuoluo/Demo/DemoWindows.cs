using System.Text.Json;
using System.Text.Json.Serialization;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Windows;
using Zhuoluo.Rooms.Matters.Windows.Say;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Demo;

/// <summary>Codes for the windows of the service hall, and what a few people said through them.</summary>
internal sealed class DemoWindows(DemoTools tools)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public async Task MakeAsync(CancellationToken cancel)
    {
        var windows = tools.Offices.Units.Where(u => u.Kind == UnitKind.Window).Select(u => u.Id).ToList();
        var codes = DemoTools.Must(await tools.Get<IssueWindowCodesHandler>().HandleAsync(new IssueWindowCodes(windows), tools.Operator(), cancel));
        foreach (var message in Read())
        {
            var window = tools.UnitId(message.Window);
            var token = WindowTokens.Of(tools.Get<Vault>(), codes.Single(c => c.UnitId == window).Id);
            DemoTools.Must(await tools.Get<SayAtWindowHandler>().HandleAsync(new SayAtWindow(token, message.Tone, message.Text), tools.As(Actor.Public), cancel));
        }
    }

    private static Message[] Read() => JsonSerializer.Deserialize<Message[]>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "catalog", "demo", "window-messages.json")), _json) ?? [];

    private sealed record Message(string Window, Tone Tone, string Text);
}
