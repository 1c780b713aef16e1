using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.Rate;

/// <summary>When a matter may be rated, and the token for it. The token is derived, so that the link can be shown again at any time.</summary>
internal static class RatingOffers
{
    /// <summary>
    /// After an approved answer of this round: while the call-back is awaited, when it is closed, and for one that is handled under
    /// another (each person keeps an own rating, rules A5.1).
    /// </summary>
    public static bool IsRatable(MatterState state, bool hasApprovedAnswer) =>
        hasApprovedAnswer && state is (MatterState.AwaitingCallBack or MatterState.Closed or MatterState.Merged);

    public static string LinkOf(Vault vault, Matter matter) =>
        $"/rate/{matter.Number}?t={ReceiptCodes.TokenOf(vault, matter.Id, matter.Round)}";
}
