using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>
/// What a read row becomes: state and outcome apart, each as far as the file says it. "Closed" with words of explanation is an
/// explanation, not a solution; "planned" is suspended, which is open.
/// </summary>
internal sealed class MatterMaker(OfficesSnapshot offices, ImportWords words, IReadOnlySet<string> categories, string placeCode, DateOnly? asOf)
{
    public BulkMatter Of(VisitRow row, long driveId, long? visitId)
    {
        var (state, outcome) = row.State == "closed" ? (MatterState.Closed, OutcomeOf(row.Result)) : (Unfinished(row.Unit), MatterOutcome.None);
        return Common(new BulkMatter(MatterKind.Help, Channel.Visit, row.Text, row.Village ?? row.Town ?? placeCode, row.Opened, state)
        {
            Contact = new Contact(row.Person, row.Phone, row.Address),
            CategoryCode = Known(row.Category),
            ClosedOn = EndOf(state, row.Closed, row.Opened),
            Outcome = outcome,
            ResultText = row.Result,
            DriveId = driveId,
            VisitId = visitId,
        }, row.Unit, row.Assist);
    }

    public BulkMatter Of(SuggestionRow row, long driveId)
    {
        var (state, outcome) = row.State switch
        {
            "done" => (MatterState.Closed, MatterOutcome.Solved),
            "answered" => (MatterState.Closed, MatterOutcome.Explained),
            "planned" => (MatterState.Suspended, MatterOutcome.None),
            _ => (Unfinished(row.Unit), MatterOutcome.None),
        };
        var place = row.From is { } from && offices.Place(from) is not null ? from : placeCode;
        return Common(new BulkMatter(MatterKind.Suggestion, Channel.Survey, row.Text, place, row.Opened, state)
        {
            Contact = new Contact(row.Person, row.Phone, null),
            ClosedOn = EndOf(state, row.Closed, row.Opened),
            Outcome = outcome,
            ResultText = row.Result,
            DriveId = driveId,
        }, row.Unit, row.Assist);
    }

    public BulkMatter Of(DutyProblemRow row, long driveId, long? shiftId)
    {
        var isSolved = row.State == "solved";
        var state = isSolved ? MatterState.Closed : Unfinished(row.Unit);
        return Common(new BulkMatter(MatterKind.Help, Channel.HallDuty, row.Text, placeCode, row.Opened, state)
        {
            Contact = new Contact(row.Person, row.Phone, null),
            ClosedOn = EndOf(state, row.Closed, row.Opened),
            Outcome = isSolved ? MatterOutcome.Solved : MatterOutcome.None,
            ResultText = row.Result,
            IsAtOnce = isSolved && row.Closed == row.Opened,
            DriveId = driveId,
            DutyShiftId = shiftId,
        }, row.Unit, row.Assist);
    }

    public BulkMatter Of(TicketRow row)
    {
        var (state, outcome) = row.State == "closed" ? (MatterState.Closed, OutcomeOf(row.Result)) : (Unfinished(row.Unit), MatterOutcome.None);
        var opened = DateOnly.FromDateTime(row.Opened);
        return Common(new BulkMatter(KindOf(row.TicketKind), Channel.Hotline, row.Text, row.Village ?? row.Town ?? placeCode, opened, state)
        {
            PlaceText = row.Address,
            Contact = new Contact(row.Person, row.Phone, null),
            CategoryCode = Known(row.Category),
            ClosedOn = EndOf(state, row.Closed is { } closed ? DateOnly.FromDateTime(closed) : null, opened),
            Outcome = outcome,
            ResultText = row.Result,
        }, row.Unit, row.Assist);
    }

    private BulkMatter Common(BulkMatter matter, string? unit, IReadOnlyList<string> assist) => matter with
    {
        LeadUnitId = IdOf(unit),
        AssistUnitIds = [.. assist.Select(IdOf).OfType<long>()],
    };

    // A list without a column for the day of the end says it ended by the list's own day.
    private DateOnly? EndOf(MatterState state, DateOnly? closed, DateOnly opened) =>
        state.IsOpen() ? null : closed ?? (asOf is { } day && day >= opened ? day : opened);

    private long? IdOf(string? unit) => unit is null ? null : offices.UnitByCode(unit)?.Id;

    private string? Known(string? category) => category is not null && categories.Contains(category) ? category : null;

    private static MatterState Unfinished(string? unit) => unit is null ? MatterState.AwaitingAssignment : MatterState.InProgress;

    private MatterOutcome OutcomeOf(string? result) =>
        result is not null && words.Explained.Any(word => result.Contains(word, StringComparison.Ordinal)) ? MatterOutcome.Explained : MatterOutcome.Solved;

    private static MatterKind KindOf(string? word) => word switch
    {
        "consultation" => MatterKind.Consultation,
        "complaint" => MatterKind.Complaint,
        "report" => MatterKind.Report,
        "suggestion" => MatterKind.Suggestion,
        _ => MatterKind.Help,
    };
}
