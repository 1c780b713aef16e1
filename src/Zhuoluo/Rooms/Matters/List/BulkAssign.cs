using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>One matter of many: assigned, or why not.</summary>
internal sealed record BulkResult(string Number, Refusal? Refusal);

/// <summary>The same assignment for many matters. Each is its own deed with its own answer: one refusal stops no other.</summary>
internal static class BulkAssign
{
    /// <summary>More than a page of the list holds is not picked by hand.</summary>
    public const int Most = MatterListQuery.DensePageSize;

    /// <param name="deeds">The door.</param>
    /// <param name="picks">Id and version seen, as <c>12:3</c>.</param>
    /// <param name="unit">The lead unit.</param>
    /// <param name="onceKey">The form's key.</param>
    /// <param name="act">Who and when.</param>
    /// <param name="cancel">Stops before the next one.</param>
    public static async Task<IReadOnlyDictionary<long, Refusal?>> DoAsync(
        IDeeds deeds, IEnumerable<string> picks, Unit unit, string? onceKey, Act act, CancellationToken cancel)
    {
        var results = new Dictionary<long, Refusal?>();
        foreach (var (id, version) in picks.Take(Most).Select(Read).OfType<(long, int)>())
        {
            var deed = new Deed(id, Verb.Assign, version)
            {
                UnitId = unit.Id,
                OnceKey = onceKey is null ? null : string.Create(CultureInfo.InvariantCulture, $"{onceKey}-{id}"),
            };
            var outcome = await deeds.DoAsync(deed, act, cancel);
            results[id] = outcome.Match<Refusal?>(_ => null, refusal => refusal);
        }
        return results;
    }

    private static (long Id, int Version)? Read(string pick)
    {
        var colon = pick.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            && long.TryParse(pick.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && int.TryParse(pick.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (id, version)
            : null;
    }
}
