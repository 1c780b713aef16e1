namespace Zhuoluo.Rooms.Exchange.Tables;

/// <summary>One sheet of a table file, read row by row. Every enumeration starts again at the top.</summary>
internal abstract class Sheet(string name)
{
    public string Name { get; } = name;

    /// <summary>A sheet that the workbook hides holds lists for drop-downs, not entries.</summary>
    public virtual bool IsHidden => false;

    /// <summary>In a CSV file a record with too few fields is a line broken in two.</summary>
    public virtual bool CountsFields => false;

    public virtual bool IsColumnHidden(int column) => false;

    public abstract IEnumerable<Row> Rows(CancellationToken cancel);
}
