namespace Zhuoluo.Rooms.Matters.List;

/// <summary>A number that opens exactly the records it counts.</summary>
/// <param name="Label">Text key of what is counted.</param>
/// <param name="Filter">Counted with this and nothing else.</param>
/// <param name="Count">How many the viewer sees.</param>
/// <param name="Tone">bad where a number above zero is bad news.</param>
internal sealed record CountLink(string Label, MatterFilter Filter, long Count, string? Tone = null);
