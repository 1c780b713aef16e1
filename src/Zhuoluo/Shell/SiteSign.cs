namespace Zhuoluo.Shell;

/// <summary>What stands over the door: whose platform this is. Set at start and when an administrator changes it.</summary>
internal sealed class SiteSign
{
    /// <summary>Name of the place or office; the product's name when empty.</summary>
    public string Name { get; set; } = "";

    /// <summary>True when people and matters are invented; every page then says so.</summary>
    public bool IsDemonstration { get; set; }

    /// <summary>A number to call for those who would rather speak, such as 12345.</summary>
    public string Telephone { get; set; } = "";

    /// <summary>The zone in which instants are shown.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
}
