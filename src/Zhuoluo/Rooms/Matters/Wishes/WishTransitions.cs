using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Wishes;

/// <summary>One line of a wish's life: in which states a verb is possible, where it leads, who may.</summary>
/// <param name="From">The states.</param>
/// <param name="Verb">What is done.</param>
/// <param name="To">The state after; null leaves it.</param>
/// <param name="Needs">Staff with this may.</param>
/// <param name="ByRequester">The one who wishes may, with the receipt's code.</param>
/// <param name="ByClaimant">Staff of the unit that claimed may.</param>
internal sealed record WishTransition(WishState[] From, WishVerb Verb, WishState? To, Capability Needs, bool ByRequester = false, bool ByClaimant = false);

/// <summary>The whole life of a wish. Pages, the API, the job and the tests read it and nothing else.</summary>
internal static class WishTransitions
{
    public static IReadOnlyList<WishTransition> All { get; } =
    [
        new([WishState.Raised], WishVerb.Show, WishState.Open, Capability.CheckWishes),
        new([WishState.Raised, WishState.Open], WishVerb.Withhold, WishState.Withheld, Capability.CheckWishes),
        new([WishState.Open], WishVerb.Claim, WishState.Claimed, Capability.ClaimWishes),
        new([WishState.Claimed], WishVerb.Fulfil, WishState.Fulfilled, Capability.ManageWishes, ByClaimant: true),
        new([WishState.Claimed], WishVerb.Release, WishState.Open, Capability.ManageWishes, ByClaimant: true),
        new([WishState.Fulfilled], WishVerb.Confirm, WishState.Confirmed, Capability.ManageWishes, ByRequester: true),
        new([WishState.Fulfilled], WishVerb.Object, WishState.Claimed, Capability.ManageWishes, ByRequester: true),
        new([WishState.Fulfilled, WishState.Confirmed], WishVerb.Thank, null, Capability.ManageWishes, ByRequester: true),
        new([WishState.Raised, WishState.Open], WishVerb.Withdraw, WishState.Withdrawn, Capability.ManageWishes, ByRequester: true),
        new([WishState.Claimed, WishState.Fulfilled], WishVerb.Reveal, null, Capability.ManageWishes, ByClaimant: true),
    ];

    public static WishTransition? Find(WishState state, WishVerb verb) => All.FirstOrDefault(t => t.Verb == verb && t.From.Contains(state));
}
