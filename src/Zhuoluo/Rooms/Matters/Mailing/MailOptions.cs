using System.Globalization;

namespace Zhuoluo.Rooms.Matters.Mailing;

/// <summary>The mail server and the public address of this site; off without both.</summary>
/// <param name="Host">Name of the server.</param>
/// <param name="Port">587 where STARTTLS is spoken.</param>
/// <param name="User">Empty: no sign-in.</param>
/// <param name="Password">Of the user.</param>
/// <param name="From">Sender's address.</param>
/// <param name="IsTls">STARTTLS; off only for a server on this machine or in the same room.</param>
/// <param name="Site">Address that links begin with, such as https://zhuoluo.example.cn.</param>
internal sealed record MailOptions(string Host, int Port, string User, string Password, string From, bool IsTls, string Site)
{
    private const int UsualPort = 587;

    public bool IsOn => Host.Length > 0 && From.Length > 0 && Site.Length > 0;

    public static MailOptions FromEnvironment()
    {
        var parts = Read("ZHUOLUO_SMTP").Split(':');
        var port = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : UsualPort;
        return new MailOptions(parts[0], port, Read("ZHUOLUO_SMTP_USER"), Read("ZHUOLUO_SMTP_PASSWORD"), Read("ZHUOLUO_SMTP_FROM"),
            Read("ZHUOLUO_SMTP_TLS") != "none", Read("ZHUOLUO_SITE").TrimEnd('/'));
    }

    private static string Read(string name) => Environment.GetEnvironmentVariable(name)?.Trim() ?? "";
}
