namespace Zhuoluo.Rooms.Matters;

/// <summary>A topic of a published list. Data with versions, not an enum: standards change (rules A1.3, A6.2).</summary>
internal sealed class Category
{
    public required string Code { get; init; }
    public required string Name { get; set; }
    public string? ParentCode { get; set; }

    /// <summary>Where the code comes from, e.g. "GB/T 47678.5-2026" or "county".</summary>
    public required string StandardRef { get; init; }
    public string? StandardCode { get; set; }

    /// <summary>Units that usually handle it: unit codes, "(town)", "(village)"; separated by semicolons.</summary>
    public string UsualUnits { get; set; } = "";
    public required DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; set; }
}
