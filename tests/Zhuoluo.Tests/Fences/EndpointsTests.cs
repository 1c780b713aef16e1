using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Rooms.Organisation.Tokens;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Fences;

/// <summary>Every page and endpoint says who may use it, and nobody else can: all endpoints times all roles, over HTTP.</summary>
public sealed partial class EndpointsTests
{
    [Fact]
    public async Task Every_endpoint_says_what_it_needs_or_that_it_is_open()
    {
        await using var site = await TestSite.StartAsync();
        Assert.Empty((await EndpointsAsync(site.Services)).Where(e => !IsDeclared(e.Metadata)).Select(e => e.Route));
    }

    [Fact]
    public async Task Nobody_gets_further_than_the_permission_table_says()
    {
        await using var site = await TestSite.StartAsync();
        var endpoints = await EndpointsAsync(site.Services);
        var wrong = new List<string>();
        foreach (var role in Permissions.Roles.Cast<Role?>().Append(null))
        {
            using var client = await site.SignInAsync(role);
            foreach (var endpoint in endpoints)
            {
                var answer = await AskAsync(client, endpoint);
                var status = answer.StatusCode;
                var may = May(endpoint, role);
                if (!IsGuarded(answer))
                {
                    wrong.Add($"{endpoint.Method} {endpoint.Route}: without the headers that guard it");
                }
                if (endpoint.Route.StartsWith("/api/v1/", StringComparison.Ordinal) && (int)status is >= 400 and < 500 && answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
                {
                    wrong.Add($"{endpoint.Method} {endpoint.Route}: {(int)status} without problem details");
                }
                if (may ? status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or >= HttpStatusCode.InternalServerError : status != HttpStatusCode.Forbidden)
                {
                    wrong.Add($"{role?.ToString() ?? "no role"} {endpoint.Method} {endpoint.Route}: {(int)status}, may: {may}");
                }
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_the_sign_in_page_and_programs_are_told()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        var wrong = new List<string>();
        foreach (var endpoint in await EndpointsAsync(site.Services))
        {
            var answer = await AskAsync(client, endpoint);
            var isSent = answer.Headers.Location?.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal) == true || answer.StatusCode == HttpStatusCode.Unauthorized;
            if (isSent == endpoint.IsOpen && !(endpoint.IsOpen && endpoint.Route.TrimStart('/') == "first-run"))
            {
                wrong.Add($"{endpoint.Method} {endpoint.Route}: {(int)answer.StatusCode}");
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_planted_endpoint_that_says_nothing_is_caught_and_closed()
    {
        var planted = new RouteEndpointBuilder(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/planted"), 0).Build();
        var context = new DefaultHttpContext();
        context.SetEndpoint(planted);

        await Gate.WatchAsync(context, _ => throw new InvalidOperationException("The gate let it through."));

        Assert.False(IsDeclared([.. planted.Metadata]));
        Assert.Equal(StatusCodes.Status403Forbidden, context.Response.StatusCode);
    }

    [Fact]
    public async Task A_token_opens_what_its_scope_says_and_nothing_else_of_the_api()
    {
        await using var site = await TestSite.StartAsync();
        var person = await site.AddPersonAsync("token.holder", Role.Dispatcher);
        var owner = (await site.Services.GetRequiredService<Staff>().ActorAsync(person, site.Clock.GetUtcNow(), default))!;
        var act = site.Services.GetRequiredService<ActFactory>().New(owner, Foundation.Door.Page);
        var made = await site.Services.GetRequiredService<MakeTokenHandler>().HandleAsync(new MakeToken(person, "x", ["organisation:read"], LocalDay.Of(act.At)), act, default);
        using var client = site.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", made.Match(t => t.Secret, r => throw new InvalidOperationException(r.Code)));
        var wrong = new List<string>();
        foreach (var endpoint in (await EndpointsAsync(site.Services)).Where(e => e.Route.StartsWith("/api/v1/", StringComparison.Ordinal) && !e.IsOpen))
        {
            var status = (await AskAsync(client, endpoint)).StatusCode;
            var may = endpoint.Needs!.AnyOf.Count == 0 || endpoint.Needs.AnyOf.Contains(Capability.SeeOrganisation);
            if (may == (status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized))
            {
                wrong.Add($"{endpoint.Method} {endpoint.Route}: {(int)status}, may: {may}");
            }
        }
        Assert.Empty(wrong);
    }

    private static bool IsGuarded(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Content-Security-Policy", out var policy) && policy.Single().Contains("default-src 'none'", StringComparison.Ordinal)
        && answer.Headers.TryGetValues("X-Content-Type-Options", out var sniff) && sniff.Single() == "nosniff"
        && answer.Headers.TryGetValues("X-Frame-Options", out var frame) && frame.Single() == "DENY";

    private static bool IsDeclared(IReadOnlyList<object> metadata) => metadata.Any(m => m is NeedsAttribute or OpenAttribute);

    private static bool May(Door endpoint, Role? role) =>
        endpoint.IsOpen || endpoint.Needs is { AnyOf.Count: 0 } || (role is { } held && endpoint.Needs!.AnyOf.Any(c => Permissions.ScopeOf(c, held) != Scope.None));

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, Door endpoint)
    {
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), "/" + Hole().Replace(endpoint.Route, "1").TrimStart('/'));
        return await client.SendAsync(request);
    }

    private static async Task<List<Door>> EndpointsAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            // A page's own metadata is known only when it has been compiled.
            var metadata = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await loader.LoadAsync(page, endpoint.Metadata)).EndpointMetadata!
                : [.. endpoint.Metadata];
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
            doors.AddRange(methods.Where(m => m != "HEAD").Select(m => new Door(endpoint.RoutePattern.RawText ?? "", m, [.. metadata])));
        }
        return doors;
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    private sealed record Door(string Route, string Method, IReadOnlyList<object> Metadata)
    {
        public bool IsOpen => Metadata.OfType<OpenAttribute>().Any();
        public NeedsAttribute? Needs => Metadata.OfType<NeedsAttribute>().FirstOrDefault();
    }
}
