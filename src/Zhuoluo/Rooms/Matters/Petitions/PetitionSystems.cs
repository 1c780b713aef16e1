using System.Text.Json;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>
/// The official systems that a petition's number may belong to, and the hosts to which a link may lead: catalog/matters/petition-systems.json.
/// A place adds its province's host there; a link to any other host is refused.
/// </summary>
internal static class PetitionSystems
{
    private static readonly Lazy<IReadOnlyList<PetitionSystem>> _all = new(() =>
        JsonSerializer.Deserialize<List<PetitionSystem>>(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "catalog", "matters", "petition-systems.json")), JsonSerializerOptions.Web) ?? []);

    public static IReadOnlyList<PetitionSystem> All => _all.Value;

    public static PetitionSystem? Find(string? code) => All.FirstOrDefault(s => s.Code == code);

    /// <summary>Only https, only a listed host by its whole name, no user name, no other port.</summary>
    public static bool Allows(PetitionSystem system, string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.UserInfo.Length == 0
        && system.Hosts.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase);
}

internal sealed record PetitionSystem(string Code, IReadOnlyList<string> Hosts, string Source);
