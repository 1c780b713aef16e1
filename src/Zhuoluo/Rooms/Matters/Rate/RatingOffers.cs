using Zhuoluo.Data;
using Zhuoluo.Foundation;

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

    /// <summary>How many days after the answer, or the close where that is later, a rating is taken (our rule; the standard's clause is not public).</summary>
    public const int Days = 30;

    public static DateOnly? LastDay(Matter matter) =>
        (matter.ClosedOn ?? (matter.AnsweredAt is { } at ? LocalDay.Of(at) : null))?.AddDays(Days);

    public static bool IsOver(Matter matter, DateTimeOffset now) => LastDay(matter) is { } last && LocalDay.Of(now) > last;

    /// <summary>The row that a token is good for: one round, once. Of the token only its fingerprint is kept.</summary>
    public static Rating Offer(Vault vault, Matter matter, long? unitId, Act act) => new()
    {
        Id = act.NewId(),
        MatterId = matter.Id,
        Round = matter.Round,
        TokenPrint = ReceiptCodes.PrintOf(vault, ReceiptCodes.TokenOf(vault, matter.Id, matter.Round)),
        OfferedAt = act.At,
        UnitId = unitId,
    };

    public static string LinkOf(Vault vault, Matter matter) =>
        $"/rate/{matter.Number}?t={ReceiptCodes.TokenOf(vault, matter.Id, matter.Round)}";
}
