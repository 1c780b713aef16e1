using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Zhuoluo.Tests.Setup;

/// <summary>The addresses of everything that answers GET, read from the server itself: a new page is in it without being named.</summary>
internal static partial class GetDoors
{
    public static IReadOnlyList<string> Of(IServiceProvider services) =>
        [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methods || methods.Contains("GET"))
            .Select(e => "/" + (e.RoutePattern.RawText ?? "").TrimStart('/')).Distinct().Order(StringComparer.Ordinal)];

    public static bool HasHole(string route) => Hole().IsMatch(route);

    /// <summary>The route with every hole filled by <paramref name="value"/>; holes for ids by <paramref name="id"/>, for years and months by one that is.</summary>
    public static string Fill(string route, string value, long id) =>
        Hole().Replace(route, m => m.Value.Contains(":long", StringComparison.Ordinal) ? id.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : m.Value == "{month:int}" ? "202601"
            : m.Value.Contains(":int", StringComparison.Ordinal) ? "2026"
            : value);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
