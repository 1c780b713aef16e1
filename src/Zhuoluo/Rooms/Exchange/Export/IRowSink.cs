using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>A form in which tables are written, one after the other.</summary>
internal interface IRowSink : IDisposable
{
    /// <summary>Begins a table; the name of the file it goes to.</summary>
    string Begin(HouseTable table);

    void Write(HouseTable table, object?[] row);

    /// <summary>The table is whole.</summary>
    void End();
}
