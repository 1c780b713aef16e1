using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Reveal;

/// <summary>Somebody needs to reach the requester and says why.</summary>
internal sealed record RevealContact(long MatterId, string Reason)
{
    public const int LongestReason = 200;
}

/// <summary>A contact was opened for somebody; who and why stand on the matter for those who see it.</summary>
internal sealed record ContactRevealedV1(Code? Unit) : IEntry
{
    public static string Kind => "contact.revealed";
    public static int Version => 1;
}
