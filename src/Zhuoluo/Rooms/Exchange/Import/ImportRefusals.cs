using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>No place of the directory has this code or name.</summary>
internal sealed record UnknownCounty(string Place) : Refusal("import-unknown-place")
{
    public override string? Field => "Place";
    public override IReadOnlyList<object> Arguments => [Place];
}

/// <summary>The words of such a file stand for places and units, and there are none yet.</summary>
internal sealed record NoDirectory() : Refusal("import-no-directory");

/// <summary>No sheet has a header of a kind that we know.</summary>
internal sealed record UnknownTable() : Refusal("import-unknown-table")
{
    public override string? Field => "File";
}

/// <summary>The file as a whole cannot be read. <paramref name="Reason"/> is one of the codes of Tables.UnreadableTable.</summary>
internal sealed record UnreadableFile(string Reason) : Refusal("import-" + Reason.Replace('_', '-'))
{
    public override string? Field => "File";
}

internal sealed record NoFile() : Refusal("import-no-file")
{
    public override string? Field => "File";
}

internal sealed record FileTooLarge(int Megabytes) : Refusal("import-file-too-large")
{
    public override string? Field => "File";
    public override IReadOnlyList<object> Arguments => [Megabytes];
}

/// <summary>It is running, done or waiting: what was asked does not fit.</summary>
internal sealed record ImportNotReady() : Refusal("import-not-ready")
{
    public override RefusalKind Kind => RefusalKind.Conflict;
}
