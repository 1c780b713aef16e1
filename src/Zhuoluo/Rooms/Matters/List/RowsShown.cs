using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>A table of matters as the partial _Rows draws it.</summary>
internal sealed record RowsShown(IReadOnlyList<MatterRow> Rows, Viewer Viewer, Catalogue Catalogue)
{
    public bool IsDense { get; init; }

    /// <summary>A box before each row, for doing one thing to many.</summary>
    public bool HasBoxes { get; init; }

    /// <summary>Calendar days from today to the last day; below zero is late.</summary>
    public int DaysLeft(MatterRow row) => DayOf(row.DueAt!.Value).DayNumber - Viewer.Today.DayNumber;

    /// <summary>A limit that ends at 24:00 belongs to the day that ends.</summary>
    public static DateOnly DayOf(DateTimeOffset due) => LocalDay.Of(due.AddTicks(-1));
}
