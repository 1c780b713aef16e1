using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>Topics of a list, new or changed; what the list does not name stays as it is.</summary>
internal sealed record ImportCategories(IReadOnlyList<CategoryLine> Lines);

/// <param name="Code">Stable.</param>
/// <param name="Name">As people call it.</param>
/// <param name="StandardRef">Where the code comes from, e.g. "GB/T 47678.5-2026" or "county".</param>
internal sealed record CategoryLine(string Code, string Name, string StandardRef)
{
    public const int LongestName = 60;

    public string? ParentCode { get; init; }
    public string? StandardCode { get; init; }

    /// <summary>Unit codes or names, "(town)", "(village)"; separated by semicolons.</summary>
    public string UsualUnits { get; init; } = "";

    /// <summary>The last valid day when the topic ends.</summary>
    public DateOnly? ValidTo { get; init; }
}

internal sealed record CategoriesImported(int Added, int Changed);

/// <summary>The line is at fault, not the whole: counted from 1.</summary>
internal sealed record CategoryLineRefused(int Line, Refusal Inner) : Refusal(Inner.Code)
{
    public override string? Field => $"Lines[{Line - 1}].{Inner.Field}";
    public override IReadOnlyList<object> Arguments => Inner.Arguments;
}
