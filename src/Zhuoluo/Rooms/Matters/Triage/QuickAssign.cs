using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;

namespace Zhuoluo.Rooms.Matters.Triage;

/// <summary>What the one form of a queued matter says.</summary>
internal sealed record QuickForm(long Id, int Version, MatterState State, string? Kind, string? CategoryCode, long UnitId, string? OnceKey);

/// <summary>
/// Sorts, accepts and assigns in one go: up to three deeds through the one door, each with the version that the one before left.
/// Where one is refused the ones before stand; the queue shows the matter as it then is.
/// </summary>
internal static class QuickAssign
{
    public static async Task<Outcome<DeedDone>> DoAsync(IDeeds deeds, QuickForm form, MatterRow row, Act act, CancellationToken cancel)
    {
        var version = form.Version;
        var kind = Word<MatterKind>.Read(form.Kind) is { } chosen && chosen != row.Kind ? chosen : (MatterKind?)null;
        var category = form.CategoryCode is { Length: > 0 } code && code != row.CategoryCode ? code : null;
        if (kind is not null || category is not null)
        {
            var sorted = await deeds.DoAsync(new Deed(form.Id, Verb.Sort, version) { Kind = kind, CategoryCode = category, OnceKey = form.OnceKey }, act, cancel);
            if (sorted.IsRefused(out var refusal, out var after))
            {
                return refusal;
            }
            version = after.Version;
        }
        if (form.State == MatterState.Registered)
        {
            var accepted = await deeds.DoAsync(new Deed(form.Id, Verb.Accept, version) { OnceKey = form.OnceKey }, act, cancel);
            if (accepted.IsRefused(out var refusal, out var after))
            {
                return refusal;
            }
            version = after.Version;
        }
        return await deeds.DoAsync(new Deed(form.Id, Verb.Assign, version) { UnitId = form.UnitId, OnceKey = form.OnceKey }, act, cancel);
    }
}
