namespace Zhuoluo.Documents;

/// <summary>
/// A stretch of a paragraph. With a figure it is a computed number: <paramref name="Figure"/> names the count behind it (rules E2.1), and word
/// processors are told that nobody may type over it.
/// </summary>
public sealed record Span(string Text, string? Figure = null);
