namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>How SMS go out: an address that is posted to, or a program.</summary>
/// <param name="Target">https://… or a command line; empty for none.</param>
/// <param name="Secret">Sent as a bearer token, or in the program's environment.</param>
/// <param name="Site">Address that links begin with.</param>
internal sealed record SmsOptions(string Target, string Secret, string Site)
{
    public const string SecretVariable = "ZHUOLUO_SMS_SECRET";

    // A message without a link to look is no use.
    public bool IsOn => Target.Length > 0 && Site.Length > 0;
    public bool IsAddress => Target.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || Target.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    public static SmsOptions FromEnvironment() => new(Read("ZHUOLUO_SMS"), Read(SecretVariable), Read("ZHUOLUO_SITE"));

    public ISmsSender Make() => !IsOn ? new NoSms() : IsAddress ? new PostedSms(this) : new ProgramSms(this);

    public override string ToString() => IsAddress ? Target : "program";

    private static string Read(string name) => Environment.GetEnvironmentVariable(name)?.Trim() ?? "";
}
