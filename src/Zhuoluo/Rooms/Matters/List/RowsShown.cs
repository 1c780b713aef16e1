using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>A table of matters as the partial _Rows draws it.</summary>
internal sealed record RowsShown(IReadOnlyList<MatterRow> Rows, Viewer Viewer, Catalogue Catalogue)
{
    public bool IsDense { get; init; }

    /// <summary>A box before each row, for doing one thing to many.</summary>
    public bool HasBoxes { get; init; }

    /// <summary>Without kind and day of opening, where there is a column beside it.</summary>
    public bool IsBrief { get; init; }

    /// <summary>With the lead unit; left out where all are of the reader's own.</summary>
    public bool HasUnits { get; init; } = true;

    /// <summary>Which columns stand beside number and title.</summary>
    public IReadOnlySet<ListColumn> Columns { get; init; } = ListColumns.Usual;

    /// <summary>The columns drawn in this place, in their order.</summary>
    public IReadOnlyList<ListColumn> Shown => [.. Columns.Where(c => (HasUnits || c != ListColumn.Unit) && !(IsBrief && c is (ListColumn.Kind or ListColumn.Opened or ListColumn.Category or ListColumn.Channel))).Order()];

    /// <summary>What was looked for; null without words.</summary>
    public Found? Found { get; init; }

    /// <summary>A limit that ends at 24:00 belongs to the day that ends.</summary>
    public static DateOnly DayOf(DateTimeOffset due) => LocalDay.Of(due.AddTicks(-1));
}
