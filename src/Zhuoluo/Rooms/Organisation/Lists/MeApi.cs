using Zhuoluo.Foundation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Organisation.Lists;

/// <summary>GET /api/v1/me: for whom a program acts, and what it may.</summary>
internal static class MeApi
{
    public static void Map(WebApplication app) => app.MapGet("/api/v1/me", (HttpContext context, Offices offices) =>
        {
            var actor = context.Actor();
            return Results.Json(new Me(
                actor.Name, actor.Office,
                [.. actor.Grants.Select(g => new RoleHeld(Word.Of(g.Role), g.UnitId is { } id ? offices.Current.Unit(id)?.Code : null))],
                [.. Enum.GetValues<Capability>().Where(c => Permissions.May(actor, c)).Select(Word.Of)]));
        }).Needs().Tells("readMe", "Organisation", "Who is signed in, with roles and what they allow").Gives<Me>();
}

internal sealed record Me(string Name, string Office, IReadOnlyList<RoleHeld> Roles, IReadOnlyList<string> May);

internal sealed record RoleHeld(string Role, string? Unit);
