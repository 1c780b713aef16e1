using System.Net;
using System.Net.Mail;

namespace Zhuoluo.Rooms.Matters.Mailing;

/// <summary>Hands one mail to the server that is set up.</summary>
internal static class Smtp
{
    public static async Task SendAsync(MailOptions options, MailMessage message, CancellationToken cancel)
    {
        using (message)
        {
            using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.IsTls };
            if (options.User.Length > 0)
            {
                client.Credentials = new NetworkCredential(options.User, options.Password);
            }
            await client.SendMailAsync(message, cancel);
        }
    }
}
