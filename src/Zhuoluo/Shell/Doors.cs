namespace Zhuoluo.Shell;

/// <summary>Addresses that the frames link to, whichever room serves them.</summary>
internal static class Doors
{
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string Account = "/account";
    public const string StaffHome = "/work";
    public const string Submit = "/submit";
    public const string Track = "/track";
    public const string Open = "/public";
    public const string Verify = "/open/verify";

    /// <summary>Claim with the name of the unit that the person acts for.</summary>
    public const string UnitClaim = "unit_name";
}
