using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.RegisterMany;

/// <summary>What no line of an old ledger may say, whoever read it. Reading and explaining cells is the importer's work.</summary>
internal static class BulkRules
{
    public static Refusal? Refuse(BulkMatter line, OfficesSnapshot offices, DateOnly today)
    {
        if (!Enum.IsDefined(line.Kind) || !Enum.IsDefined(line.Channel) || !Enum.IsDefined(line.State) || !Enum.IsDefined(line.Outcome))
        {
            return new UnknownChoice(nameof(line.State));
        }
        if (PlainText.Read(line.Text, nameof(line.Text), Registration.LongestText).IsRefused(out var refusal, out var text)
            || PlainText.Read(line.ResultText, nameof(line.ResultText), Registration.LongestText).IsRefused(out refusal, out _))
        {
            return refusal;
        }
        if (text is null)
        {
            return new Missing(nameof(line.Text));
        }
        if (offices.Place(line.PlaceCode) is null)
        {
            return new UnknownPlace();
        }
        if (line.LeadUnitId is { } lead && offices.Unit(lead) is null)
        {
            return new UnknownLead();
        }
        return line.OpenedOn > today ? new DayInFuture(nameof(line.OpenedOn)) : RefuseEnd(line, today);
    }

    // Where it stands and what came of it must agree: an open matter has no outcome, an ended one has its day.
    private static Refusal? RefuseEnd(BulkMatter line, DateOnly today) => (line.State.IsOpen(), line.ClosedOn) switch
    {
        (true, not null) => new StillOpen(),
        (true, null) => line.Outcome == MatterOutcome.None ? null : new StillOpen(),
        (false, null) => new Missing(nameof(line.ClosedOn)),
        (false, { } closed) when closed < line.OpenedOn => new ClosedBeforeOpened(),
        (false, { } closed) when closed > today => new DayInFuture(nameof(line.ClosedOn)),
        _ => line.State == MatterState.Closed && line.Outcome == MatterOutcome.None ? new Missing(nameof(line.Outcome)) : null,
    };
}

internal sealed record UnknownLead() : Refusal("unknown-unit")
{
    public override string? Field => "LeadUnitId";
}

/// <summary>An open matter with a day or an outcome of its end.</summary>
internal sealed record StillOpen() : Refusal("still-open")
{
    public override string? Field => "State";
}

internal sealed record ClosedBeforeOpened() : Refusal("closed-before-opened")
{
    public override string? Field => "ClosedOn";
}
