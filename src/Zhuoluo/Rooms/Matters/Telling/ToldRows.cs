using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Mailing;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>Who is told of what and when it may go out. Pure.</summary>
internal static class ToldRows
{
    /// <summary>Nobody's telephone rings at night (ours); what somebody has just sent off is confirmed at any hour.</summary>
    public const int QuietFrom = 21 * 60;
    public const int QuietTo = 8 * 60;

    /// <summary>Null for who gave no address and agreed to nothing.</summary>
    public static RequesterWay? WayOf(RegisterMatter command, Matter matter)
    {
        var byMail = command.Contact.Email is not null;
        var bySms = command.Tell is { BySms: true } && MobileNumber.Of(command.Contact.Phone) is not null;
        return !byMail && !bySms ? null : new RequesterWay
        {
            MatterId = matter.Id,
            ByMail = byMail,
            BySms = bySms,
            WithCode = byMail && command.Tell is { WithCode: true } && !matter.IsConfidential,
            FromAt = matter.RegisteredAt,
            LanguageCode = command.Tell?.Language ?? Languages.Simplified,
        };
    }

    /// <param name="way">Of the matter.</param>
    /// <param name="occasion">What happened.</param>
    /// <param name="round">In which round.</param>
    /// <param name="mark">Names the occasion, such as its step.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="act">Of the change that says so.</param>
    public static IEnumerable<RequesterMessage> Messages(RequesterWay way, Occasion occasion, int round, string mark, DateTimeOffset at, Act act) => way.Ways.Select(w => new RequesterMessage
    {
        Id = act.NewId(),
        MatterId = way.MatterId,
        Way = w,
        Occasion = occasion,
        Round = round,
        Mark = string.Create(CultureInfo.InvariantCulture, $"{mark}/{(int)w}"),
        MadeAt = at,
        NextAt = occasion == Occasion.Received ? at : QuietHours.NextAfter(at, QuietFrom, QuietTo),
    });
}

/// <summary>A Chinese mobile number: eleven digits that begin with 1.</summary>
internal static class MobileNumber
{
    private const int Length = 11;

    public static string? Of(string? phone) => phone is not null && MatterContacts.DigitsOf(phone) is { Length: Length } digits && digits[0] == '1' ? digits : null;
}
