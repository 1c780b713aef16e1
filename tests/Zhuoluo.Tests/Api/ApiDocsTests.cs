using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Organisation.Tokens;
using Zhuoluo.Tests.Rooms.Files;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Api;

/// <summary>The examples of docs/api.md are run as they stand there, one after the other.</summary>
public sealed partial class ApiDocsTests
{
    [Fact]
    public async Task Every_example_works()
    {
        await using var site = await TestSite.StartAsync();
        var person = await site.AddPersonAsync("docs.reader", Role.Dispatcher);
        var owner = (await site.Services.GetRequiredService<Staff>().ActorAsync(person, site.Clock.GetUtcNow(), default))!;
        var act = site.Services.GetRequiredService<ActFactory>().New(owner, Door.Page);
        var token = await site.Services.GetRequiredService<MakeTokenHandler>().HandleAsync(
            new MakeToken(person, "docs", ["matters:read", "matters:write"], LocalDay.Of(act.At)), act, default);
        var known = new Dictionary<string, string> { ["BASE"] = "", ["TOKEN"] = token.Match(t => t.Secret, r => throw new InvalidOperationException(r.Code)) };
        using var client = site.Client();
        var run = 0;
        foreach (Match line in Curl().Matches(Repository.Read("docs/api.md")))
        {
            var command = Variable().Replace(line.Value, v => known[v.Groups[1].Value]);
            using var request = Read(command);
            var answer = await client.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{command}: {answer.StatusCode} {text}");
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("code", out var code))
            {
                (known["CODE"], known["NUMBER"]) = (code.GetString()!, json.RootElement.GetProperty("number").GetString()!);
            }
            run++;
        }
        Assert.Equal(13, run);
    }

    private static HttpRequestMessage Read(string command)
    {
        var body = Body().Match(command);
        var request = new HttpRequestMessage(command.Contains("-X POST", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get, Address().Match(command).Groups[1].Value);
        foreach (Match header in Header().Matches(command))
        {
            request.Headers.TryAddWithoutValidation(header.Groups[1].Value, header.Groups[2].Value);
        }
        request.Content = File().Match(command) is { Success: true } file ? new MultipartFormDataContent { { new ByteArrayContent(Pictures.Jpeg()), file.Groups[1].Value, file.Groups[2].Value } }
            : body.Success ? new StringContent(body.Groups[1].Value, Encoding.UTF8, "application/json") : null;
        return request;
    }

    [GeneratedRegex("^curl .*$", RegexOptions.Multiline)]
    private static partial Regex Curl();

    [GeneratedRegex(@"\$([A-Z]+)")]
    private static partial Regex Variable();

    [GeneratedRegex("\"(/api[^\"]*)\"")]
    private static partial Regex Address();

    [GeneratedRegex("-H \"([^:\"]+): ([^\"]*)\"")]
    private static partial Regex Header();

    [GeneratedRegex("-F \"([^=]+)=@([^\"]+)\"")]
    private static partial Regex File();

    [GeneratedRegex("-d '([^']*)'")]
    private static partial Regex Body();
}
