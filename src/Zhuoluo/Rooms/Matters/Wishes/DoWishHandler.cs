using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Wishes;

/// <summary>The one handler behind every verb of a wish: load, decide, apply, record, in one transaction.</summary>
internal sealed class DoWishHandler(Writer writer, Offices offices, CalendarsDoor calendars)
{
    /// <summary>What the profiles call the time for keeping a claim; a profile that is silent gives its time for any kind.</summary>
    public const string ClaimKind = "wish-claim";

    public Task<Outcome<WishDone>> HandleAsync(WishDeed deed, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => DoAsync(work, deed, cancel), cancel);

    private async Task<Outcome<WishDone>> DoAsync(Work work, WishDeed deed, CancellationToken cancel)
    {
        if (await work.Db.Set<Wish>().SingleOrDefaultAsync(w => w.Number == deed.Number, cancel) is not { } wish)
        {
            return new NotFound("wish");
        }
        if (WishRules.Decide(wish, deed, offices.Current, work.Act).IsRefused(out var refusal, out var read))
        {
            return refusal;
        }
        // The entry tells whose claim it was also when the deed ends it.
        var (claimant, unit) = (wish.Claimant, wish.ClaimUnitId);
        Apply(work, wish, read);
        wish.Version++;
        work.Db.Add(WishSteps.Of(wish, read.Verb, read.Verb == WishVerb.Claim ? read.Branch : read.Text, work.Act, offices.Current));
        work.Db.AddRange(read.Files.Select(f => Attaching.Row(AttachedTo.Wish, wish.Id, null, f, work.Act)));
        var (by, of) = wish.Claimant == ClaimantKind.None ? (claimant, unit) : (wish.Claimant, wish.ClaimUnitId);
        work.Record(
            new WishMovedV1(read.Verb, wish.State, new Code(wish.TownCode), by, of is { } id ? Code.OrNull(offices.Current.Unit(id)?.Code) : null, read.IsRequester),
            new Subject("wish", wish.Id));
        var done = new WishDone(wish.Number, wish.State, wish.Version);
        return read.Verb != WishVerb.Reveal ? done : done with
        {
            Contact = await OpenAsync(work, wish, wish.KeyId, "raised", wish.Sealed, cancel),
            ClaimantContact = wish.ClaimKeyId is { } key ? await OpenAsync(work, wish, key, "claimed", wish.ClaimSealed, cancel) : null,
        };
    }

    private void Apply(Work work, Wish wish, WishDeed deed)
    {
        var at = work.Act.At;
        switch (deed.Verb)
        {
            case WishVerb.Show:
                (wish.ShownText, wish.ShownAt) = (deed.Text, at);
                break;
            case WishVerb.Claim:
                Claim(work, wish, deed);
                break;
            case WishVerb.Object:
                (wish.FulfilledAt, wish.DueAt) = (null, DueFrom(at));
                break;
            case WishVerb.Release:
                (wish.Claimant, wish.ClaimUnitId, wish.ClaimBranch, wish.ClaimSealed, wish.ClaimKeyId, wish.ClaimedAt, wish.DueAt) =
                    (ClaimantKind.None, null, null, null, null, null, null);
                break;
            case WishVerb.Fulfil:
                (wish.FulfilledAt, wish.DueAt) = (at, null);
                break;
            case WishVerb.Confirm:
                (wish.ConfirmedAt, wish.IsConfirmedByRequester) = (at, deed.IsRequester);
                break;
            case WishVerb.Thank:
                wish.Thanks = deed.Text;
                break;
            default:
                break;
        }
        wish.State = WishTransitions.Find(wish.State, deed.Verb)!.To ?? wish.State;
    }

    private void Claim(Work work, Wish wish, WishDeed deed)
    {
        (wish.Claimant, wish.ClaimBranch, wish.ClaimedAt, wish.DueAt) = (deed.Claimant, deed.Branch, work.Act.At, DueFrom(work.Act.At));
        if (deed.Claimant != ClaimantKind.Person)
        {
            wish.ClaimUnitId = offices.Current.UnitByCode(work.Act.Who.Office)!.Id;
            return;
        }
        var key = work.Vault.NewKey(work.Act);
        work.Db.Add(key);
        (wish.ClaimKeyId, wish.ClaimSealed) = (key.Id, WishContacts.Seal(work.Vault, key, wish.Id, "claimed", deed.Contact, work.Act.Chance));
    }

    private DateTimeOffset? DueFrom(DateTimeOffset at)
    {
        var current = calendars.Current;
        var limit = current.LimitFor(DeadlineProfile.County, ClaimKind, DeadlineUrgency.Normal, DeadlineStep.Handle);
        return Deadlines.Brief(ClockRun.Plain(limit, at), current.CalendarFor(DeadlineProfile.County), at).Due;
    }

    private static async Task<Contact?> OpenAsync(Work work, Wish wish, long keyId, string side, byte[]? bytes, CancellationToken cancel) =>
        bytes is not null && await work.Db.Set<SubjectKey>().SingleOrDefaultAsync(k => k.Id == keyId, cancel) is { } key
            ? WishContacts.Open(work.Vault, key, wish.Id, side, bytes)
            : null;
}
