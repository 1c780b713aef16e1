namespace Zhuoluo.Rooms.Matters.Track;

internal static class RequesterAddress
{
    /// <summary>Where a request comes from, for counting wrong codes; kept nowhere else.</summary>
    public static string Address(this HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
