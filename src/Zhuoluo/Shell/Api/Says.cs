namespace Zhuoluo.Shell.Api;

/// <summary>What an endpoint says of itself in the document at /api/v1/openapi.json. Operation ids are promises: never rename one.</summary>
internal static class Says
{
    public static RouteHandlerBuilder Tells(this RouteHandlerBuilder endpoint, string operation, string part, string summary) =>
        endpoint.WithName(operation).WithTags(part).WithSummary(summary);

    public static RouteHandlerBuilder Gives<T>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) => endpoint.Produces<T>(status);

    /// <summary>Words of the query that are read by name, with what each means.</summary>
    public static RouteHandlerBuilder Asks(this RouteHandlerBuilder endpoint, params (string Name, string Meaning)[] words) =>
        endpoint.WithMetadata(new Asked(false, words));

    public static RouteHandlerBuilder AsksHeaders(this RouteHandlerBuilder endpoint, params (string Name, string Meaning)[] words) =>
        endpoint.WithMetadata(new Asked(true, words));

    /// <summary>Refusals beside those that every endpoint of its sort may give.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses) => endpoint.WithMetadata(new Refused(statuses));

    /// <summary>Public knowledge: the script of any other site may read it too. Carries no session, so nothing of a person goes along.</summary>
    public static RouteHandlerBuilder ForAnySite(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter((call, next) =>
    {
        call.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        return next(call);
    });
}

internal sealed record Asked(bool IsHeader, IReadOnlyList<(string Name, string Meaning)> Words);

internal sealed record Refused(IReadOnlyList<int> Statuses);

/// <summary>One page of a list that is read on with the mark in <paramref name="Next"/>.</summary>
/// <param name="Items">The records, in the order asked for.</param>
/// <param name="Next">Address of what comes after, or null at the end.</param>
internal sealed record PageOf<T>(IReadOnlyList<T> Items, string? Next);
