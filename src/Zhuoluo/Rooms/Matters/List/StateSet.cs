using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>Some of the states; none of them means that the state does not matter. Written <c>open</c>, <c>ended</c>, or by name with commas.</summary>
internal readonly record struct StateSet(int Bits)
{
    private const string OpenWord = "open";
    private const string EndedWord = "ended";

    public static StateSet Any => default;

    public static StateSet Open { get; } = Of([.. MatterStates.Open]);

    /// <summary>Everything at an end, however it ended.</summary>
    public static StateSet Ended { get; } = Of([.. Enum.GetValues<MatterState>().Where(s => !s.IsOpen())]);

    public bool IsAny => Bits == 0;

    public IReadOnlyList<MatterState> States => [.. Enum.GetValues<MatterState>().Where(Contains)];

    /// <summary>The words of its text key, e.g. <c>open</c> or <c>in-progress</c>; null for a mixture.</summary>
    public string? OneWord => this == Open ? OpenWord : this == Ended ? EndedWord : States is [var only] ? Word<MatterState>.Of(only) : null;

    public static StateSet Of(params ReadOnlySpan<MatterState> states)
    {
        var bits = 0;
        foreach (var state in states)
        {
            bits |= 1 << (int)state;
        }
        return new StateSet(bits);
    }

    public bool Contains(MatterState state) => (Bits & 1 << (int)state) != 0;

    public static StateSet Read(string? words)
    {
        var bits = 0;
        foreach (var word in (words ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            bits |= word switch
            {
                OpenWord => Open.Bits,
                EndedWord => Ended.Bits,
                _ => Word<MatterState>.Read(word) is { } state ? Of(state).Bits : 0,
            };
        }
        return new StateSet(bits);
    }

    public override string ToString() => OneWord ?? string.Join(',', States.Select(Word<MatterState>.Of));
}
