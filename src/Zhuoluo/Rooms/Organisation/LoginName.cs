using System.Text.RegularExpressions;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>Login names: lower case ASCII letters, digits, dot, dash; 2 to 40 characters.</summary>
internal static partial class LoginName
{
    public static string Normal(string typed) => typed.Trim().ToLowerInvariant();

    public static bool IsGood(string name) => Shape().IsMatch(name);

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,39}$")]
    private static partial Regex Shape();
}
