using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Start;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Api;

/// <summary>The API is a promise: a change of it is seen in docs/api/openapi.json before it is merged.</summary>
public sealed class ApiDocumentTests
{
    private const string Copy = "docs/api/openapi.json";

    [Fact]
    public async Task The_document_is_the_one_that_was_reviewed()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();

        var answer = await client.GetAsync(ApiDocument.Address);
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        // To take a change over: ZHUOLUO_WRITE_DOCS=1 with this test.
        if (Environment.GetEnvironmentVariable("ZHUOLUO_WRITE_DOCS") is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(Repository.Root, Copy), text);
        }
        Assert.Equal(Repository.Read(Copy), text);
        Assert.Empty(Operations(text).Where(o => o.Id is null || o.Summary is null).Select(o => o.Path));
    }

    [Fact]
    public async Task Every_endpoint_under_api_v1_is_in_it()
    {
        await using var site = await TestSite.StartAsync();
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(r => r.StartsWith("/api/v1/", StringComparison.Ordinal) && r != ApiDocument.Address)
            .Select(r => r.Replace(":int", "", StringComparison.Ordinal).Replace(":long", "", StringComparison.Ordinal)).Distinct();
        var documented = Operations(Repository.Read(Copy)).Select(o => o.Path).ToHashSet();

        Assert.DoesNotContain(routes, r => !documented.Contains(r));
    }

    [Fact]
    public void The_words_of_the_filter_are_those_of_the_list()
    {
        var filter = FilterAddress.Read(FilterWords.All.Select(w => KeyValuePair.Create(w.Name, new Microsoft.Extensions.Primitives.StringValues(w.Name switch
        {
            "state" => "open",
            "light" => "red",
            "with" => "urged",
            "whose" => "mine",
            "kind" => "help",
            "channel" => "web",
            "outcome" => "solved",
            "exact" or "confidential" or "shift" => "1",
            "month" or "closed" => "2026-03",
            "from" or "to" or "due" => "2026-03-02",
            "sort" => "due",
            _ => "x",
        }))));

        Assert.Equal(FilterWords.All.Select(w => w.Name).Order(), FilterAddress.Pairs(filter).Select(p => p.Key).Order());
    }

    private static IEnumerable<(string Path, string? Id, string? Summary)> Operations(string document)
    {
        using var json = JsonDocument.Parse(document);
        return [.. from path in json.RootElement.GetProperty("paths").EnumerateObject()
                   from operation in path.Value.EnumerateObject()
                   select (path.Name, Text(operation.Value, "operationId"), Text(operation.Value, "summary"))];
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;
}
