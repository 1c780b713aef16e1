using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;

namespace Zhuoluo.Rooms.Matters.Wishes;

/// <summary>What somebody wants to do to a wish: the same value from a page, the API and the job.</summary>
/// <param name="Number">The wish.</param>
/// <param name="Verb">What is done.</param>
/// <param name="Version">The version the person saw; 0 does not check.</param>
internal sealed record WishDeed(string Number, WishVerb Verb, int Version = 0)
{
    public const int LongestText = 500;

    /// <summary>The shown text, the note of giving, the reason, the thanks.</summary>
    public string? Text { get; init; }
    public ClaimantKind Claimant { get; init; } = ClaimantKind.Unit;
    public string? Branch { get; init; }

    /// <summary>Of a person who claims without an account; sealed.</summary>
    public Contact Contact { get; init; } = new(null, null, null);
    public IReadOnlyList<StoredFile> Files { get; init; } = [];

    /// <summary>The receipt's code was right: the one who wishes acts.</summary>
    public bool IsRequester { get; init; }
}

/// <summary>What stands after a deed.</summary>
internal sealed record WishDone(string Number, WishState State, int Version)
{
    /// <summary>Only after a reveal: how to reach the one who wishes, and the person who claimed.</summary>
    public Contact? Contact { get; init; }
    public Contact? ClaimantContact { get; init; }
}

/// <summary>The wish is not where this can be done.</summary>
internal sealed record WishNotThere(WishVerb Verb, WishState State) : Refusal("wish-not-there")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
    public override IReadOnlyList<object> Arguments => [new TextKey("wish.verb." + Word<WishVerb>.Of(Verb)), new TextKey("wish.state." + Word<WishState>.Of(State))];
}

/// <summary>The account belongs to no unit that could keep the promise.</summary>
internal sealed record NoUnitToClaim() : Refusal("no-unit-to-claim");
