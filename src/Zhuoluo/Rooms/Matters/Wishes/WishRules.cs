using Zhuoluo.Foundation;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Matters.Publish;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Wishes;

/// <summary>Whether a deed may be done to a wish, and with which words: pure.</summary>
internal static class WishRules
{
    private static readonly WishVerb[] _explained = [WishVerb.Withhold, WishVerb.Release, WishVerb.Object, WishVerb.Reveal, WishVerb.Fulfil, WishVerb.Show, WishVerb.Thank];

    /// <summary>The deed with its words read.</summary>
    public static Outcome<WishDeed> Decide(Wish wish, WishDeed deed, OfficesSnapshot offices, Act act)
    {
        if (WishTransitions.Find(wish.State, deed.Verb) is not { } line)
        {
            return May(WishTransitions.All.FirstOrDefault(t => t.Verb == deed.Verb), wish, deed, offices, act) ? new WishNotThere(deed.Verb, wish.State) : new NotPermitted();
        }
        if (!May(line, wish, deed, offices, act))
        {
            return new NotPermitted();
        }
        if (deed.Version != 0 && deed.Version != wish.Version)
        {
            return new WishNotThere(deed.Verb, wish.State);
        }
        if (PlainText.Read(deed.Text, nameof(deed.Text), WishDeed.LongestText).IsRefused(out var refusal, out var text))
        {
            return refusal;
        }
        // Staff who confirm in somebody's stead say why; the one who wished need not.
        if (text is null && (_explained.Contains(deed.Verb) || (deed.Verb is WishVerb.Confirm or WishVerb.Withdraw && !deed.IsRequester)))
        {
            return new Missing(nameof(deed.Text));
        }
        if (deed.Verb == WishVerb.Show && PersonalData.Scan(text!) is { Count: > 0 } found)
        {
            return new PersonalDataLeft(nameof(deed.Text), found);
        }
        return deed.Verb == WishVerb.Claim ? Claim(deed with { Text = text }, offices, act) : deed with { Text = text };
    }

    /// <summary>For menus: the verbs that staff may do to it now.</summary>
    public static IEnumerable<WishTransition> Offered(Wish wish, OfficesSnapshot offices, Act act) =>
        WishTransitions.All.Where(t => t.From.Contains(wish.State) && May(t, wish, new WishDeed(wish.Number, t.Verb), offices, act));

    private static bool May(WishTransition? line, Wish wish, WishDeed deed, OfficesSnapshot offices, Act act) => line is not null
        && ((deed.IsRequester && line.ByRequester)
            || (line.Verb == WishVerb.Claim && act.Who.Kind == ActorKind.Requester)
            || Permissions.May(act.Who, line.Needs)
            || (line.ByClaimant && wish.ClaimUnitId is { } unit && offices.Unit(unit) is { } claimed && Permissions.May(act.Who, Capability.ClaimWishes, claimed.Path)));

    private static Outcome<WishDeed> Claim(WishDeed deed, OfficesSnapshot offices, Act act)
    {
        if (act.Who.Kind != ActorKind.Requester)
        {
            return offices.UnitByCode(act.Who.Office) is null ? new NoUnitToClaim()
                : PlainText.Read(deed.Branch, nameof(deed.Branch), 40).IsRefused(out var wrong, out var branch) ? wrong
                : branch is not null && PersonalData.Scan(branch) is { Count: > 0 } found ? new PersonalDataLeft(nameof(deed.Branch), found)
                : deed with { Branch = branch, Claimant = branch is null ? ClaimantKind.Unit : ClaimantKind.Branch, Contact = new Contact(null, null, null) };
        }
        if (PlainText.Read(deed.Contact.Name, "Name", 50).IsRefused(out var refusal, out var name) || PlainText.Read(deed.Contact.Phone, "Phone", 30).IsRefused(out refusal, out var phone))
        {
            return refusal;
        }
        return name is null || phone is null
            ? new Missing(name is null ? "Name" : "Phone")
            : deed with { Branch = null, Claimant = ClaimantKind.Person, Contact = new Contact(name, phone, null) };
    }
}
