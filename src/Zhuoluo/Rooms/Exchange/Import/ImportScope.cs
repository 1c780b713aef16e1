using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>One import under way: what all its batches share.</summary>
internal sealed record ImportScope(ImportRun Run, TableFile File, Survey Survey, FirstReading First, MatterMaker Maker, Act Act)
{
    public SheetMapping MappingOf(string sheet) => Survey.Sheets.First(mapping => mapping.Sheet == sheet);
}

/// <summary>Rows of one kind that come in together, each with its digest.</summary>
internal sealed record Batch(TableKind Kind, IReadOnlyList<Taken> Rows, IReadOnlyList<byte[]> Digests);

/// <summary>A row of the batch that the room refuses; the rest can be written without it.</summary>
internal sealed record RowRefused(int Index, Refusal Inner) : Refusal(Inner.Code);
