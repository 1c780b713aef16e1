using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>Why a row was refused, in words: each cell with its reason and what may have been meant.</summary>
internal static class ReasonTexts
{
    public static string Say(this Texts texts, Refused? row) => row is null
        ? texts["imp.refused.column"]
        : string.Join(texts["imp.refused.and"], row.Reasons.Select(reason => texts.Say(reason.Cell, reason.Code, reason.Suggestion)));

    public static string Say(this Texts texts, string? cell, string reason, string? suggestion)
    {
        var why = cell is null ? texts.Reason(reason) : texts["imp.refused.cell", cell, texts.Reason(reason)];
        return suggestion is null ? why : why + texts["imp.refused.meant", suggestion];
    }

    /// <summary>A reason that came from another room has no text of its own here and shows its code.</summary>
    public static string Reason(this Texts texts, string code) => texts.Has("imp.reason." + code) ? texts["imp.reason." + code] : code;
}
