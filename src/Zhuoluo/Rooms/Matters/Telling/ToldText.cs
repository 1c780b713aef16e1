using System.Globalization;
using System.Net.Mail;
using System.Text;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Mailing;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>
/// What a requester reads: that something happened to the matter of this number, and where to look. Never its words, its unit or a name, because
/// mails and messages lie open on their way and on the telephone of a family. The query code stands in it only where the requester asked for that.
/// </summary>
internal sealed class ToldText(Vault vault, MailOptions options, Texts texts)
{
    public MailMessage Mail(Told told, IReadOnlyList<Occasion> occasions, long id) => In(told.Way.LanguageCode, () =>
    {
        var (number, stop) = (told.Matter.Number, options.Site + StopTokens.LinkOf(vault, told.Matter));
        var body = new StringBuilder();
        foreach (var line in occasions.Select(o => Line(o, number)))
        {
            body.Append(line).Append('\n');
        }
        body.Append('\n').Append(texts["tell.look"]).Append('\n').Append(options.Site).Append("/track\n");
        if (occasions.Contains(Occasion.Received) && told.Way.WithCode)
        {
            body.Append(texts["tell.code-is", ReceiptCodes.CodeOf(vault, told.Matter.Id, number)]).Append('\n');
        }
        if (RateLinkFor(told, occasions) is { } link)
        {
            body.Append('\n').Append(texts["tell.rate"]).Append('\n').Append(options.Site).Append(link).Append('\n');
        }
        body.Append('\n').Append(texts["tell.foot"]).Append('\n').Append(stop).Append('\n');
        var message = new MailMessage(options.From, told.Address, Line(occasions[^1], number), body.ToString()) { BodyEncoding = Encoding.UTF8, SubjectEncoding = Encoding.UTF8 };
        message.Headers.Add("Message-ID", string.Create(CultureInfo.InvariantCulture, $"<told-{id}@{new MailAddress(options.From).Host}>"));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        // One click in the mail program is enough (RFC 8058).
        message.Headers.Add("List-Unsubscribe", $"<{stop}>");
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return message;
    });

    public string Sms(Told told, IReadOnlyList<Occasion> occasions) => In(told.Way.LanguageCode, () =>
        Line(occasions[^1], told.Matter.Number)
        + (RateLinkFor(told, occasions) is { } link ? $" {texts["tell.rate.short"]} {options.Site}{link}" : $" {options.Site}/track")
        + $" {texts["tell.stop.short"]} {options.Site}{StopTokens.LinkOf(vault, told.Matter)}");

    private string Line(Occasion occasion, string number) => texts["tell.of." + Word<Occasion>.Of(occasion), number];

    private static string? RateLinkFor(Told told, IReadOnlyList<Occasion> occasions) =>
        occasions.Any(o => o is Occasion.Closed or Occasion.RatingLink) ? told.RateLink : null;

    private static T In<T>(string language, Func<T> make)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return make();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
