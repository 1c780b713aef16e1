using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;

namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>What a member of staff is told before a matter is registered: what is likely the same, or by the same person.</summary>
internal sealed class AlikeBeforehand(AlikeQuery alike, Vault vault, ZhuoluoContext db)
{
    public async Task<IReadOnlyList<AlikeMatter>> LikelyAsync(RegisterMatter command, Viewer viewer, CancellationToken cancel)
    {
        if (command.IsConfidential || command.Kind == MatterKind.Report)
        {
            return [];
        }
        var title = command.Title ?? PlainText.FirstWords(command.Text, Register.Registration.TitleLength);
        var side = AlikeSide.Of(title, command.Text, command.PlaceText, command.PlaceCode, command.CategoryCode, LocalDay.Of(viewer.Now));
        var found = await alike.FindAsync(
            [new AlikeAsked(0, side, MatterContacts.PrintOf(vault, command.Contact))], viewer, await Catalogue.LoadAsync(db, cancel), cancel);
        // A weak resemblance is no reason to hold up somebody on the telephone; the queue shows it.
        return [.. found[0].Where(a => a.IsSamePerson || a.Likeness.IsLikely)];
    }
}
