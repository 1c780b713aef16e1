namespace Zhuoluo.Shell.Charts;

/// <summary>One bar or slice: what, how many, the records behind it, and good, wait, bad or nothing as its tone.</summary>
internal sealed record Mark(string Label, decimal Value, string? Href = null, string? Tone = null);

/// <summary>One line of a chart: its name and a value for each label.</summary>
internal sealed record Series(string Name, IReadOnlyList<decimal> Values, string? Tone = null);
