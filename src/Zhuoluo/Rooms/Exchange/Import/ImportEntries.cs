using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>A file began to come in. Its name and digest stand in the run only.</summary>
internal sealed record ImportStartedV1(Code FileKind, Code Place) : IEntry
{
    public static string Kind => "import.started";
    public static int Version => 1;
}

/// <summary>All rows of a file were read; so many came in, were there already, or were refused.</summary>
internal sealed record ImportFinishedV1(Code FileKind, Code Place, int Imported, int Duplicates, int Refused) : IEntry
{
    public static string Kind => "import.finished";
    public static int Version => 1;
}
