using Zhuoluo.Foundation;
using Zhuoluo.Language;

namespace Zhuoluo.Rooms.Matters.Publish;

/// <summary>The text that the public may read, as an editor has written and checked it.</summary>
internal sealed record PublishMatter(long MatterId, string Title, string Text, string? Answer)
{
    public const int LongestAnswer = 5000;

    /// <summary>The pictures that the editor has looked at and shows; all others are not shown.</summary>
    public IReadOnlyList<long> FileIds { get; init; } = [];
}

/// <summary>It is not shown, for a reason that staff can read; also takes back what was shown.</summary>
internal sealed record WithholdMatter(long MatterId, string Reason)
{
    public const int LongestReason = 500;
}

/// <summary>The scan still finds what may be personal data; each finding must be taken out of the text (rules F5.2).</summary>
internal sealed record PersonalDataLeft(string FieldName, IReadOnlyList<PersonalSpan> Findings) : Refusal("personal-data-left")
{
    public override string? Field => FieldName;
    public override IReadOnlyList<object> Arguments => [Findings.Count];
}

/// <summary>Confidential matters have no public side, whoever asks (rules F5).</summary>
internal sealed record NeverPublic() : Refusal("never-public");
