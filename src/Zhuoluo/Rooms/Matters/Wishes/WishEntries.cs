using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Wishes;

/// <summary>Somebody wishes for something.</summary>
internal sealed record WishRaisedV1(WishKind WishKind, Code Town) : IEntry
{
    public static string Kind => "wish.raised";
    public static int Version => 1;
}

/// <summary>A wish was shown, claimed, released, fulfilled, confirmed and so on. Of who claimed only the kind and, of units, which.</summary>
internal sealed record WishMovedV1(WishVerb Verb, WishState State, Code Town, ClaimantKind Claimant, Code? Unit, bool ByRequester) : IEntry
{
    public static string Kind => "wish.moved";
    public static int Version => 1;
}
