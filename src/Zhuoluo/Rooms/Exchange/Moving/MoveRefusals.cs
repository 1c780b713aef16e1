using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Exchange.Moving;

/// <summary>The folder holds no whole export of ours.</summary>
internal sealed record NoExport() : Refusal("no-export");

/// <summary>Written by a newer version, or with tables that are not known here.</summary>
internal sealed record ExportTooNew(string What) : Refusal("export-too-new")
{
    public override IReadOnlyList<object> Arguments => [What];
}

/// <summary>Somebody lives here already; two houses are never made one.</summary>
internal sealed record HouseNotEmpty() : Refusal("house-not-empty");

internal sealed record WrongPassphrase() : Refusal("wrong-passphrase")
{
    public override string? Field => "passphrase";
}

/// <summary>A row cannot be read: the file was changed, or is not whole.</summary>
internal sealed record ExportDamaged(string Table, long Row) : Refusal("export-damaged")
{
    public override IReadOnlyList<object> Arguments => [Table, Row];
}
