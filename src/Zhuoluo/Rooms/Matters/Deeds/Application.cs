using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>Makes a ruling so on the loaded rows: the changes, then the state, then the deadline, then the step of the history.</summary>
internal static class Application
{
    // While one of these, what was asked for can still be decided.
    private static readonly MatterState[] _inHand = [MatterState.InProgress, MatterState.Escalated, MatterState.AwaitingRequester];

    public static Step Apply(CaseFile file, Ruling ruling, Deed deed, Act act)
    {
        var matter = file.Matter;
        var line = Transitions.Find(matter.State, deed.Verb) ?? throw new InvalidOperationException("Applied without asking the gate.");
        file.Made.AddRange(ruling.Rows);
        file.Proposals.AddRange(ruling.Rows.OfType<Proposal>());
        file.Answers.AddRange(ruling.Rows.OfType<Answer>());
        file.Questions.AddRange(ruling.Rows.OfType<Question>());
        file.Calls.AddRange(ruling.Rows.OfType<CallBack>());
        foreach (var change in ruling.Changes)
        {
            change(file);
        }
        Move(matter, line.To, act);
        Lapse(file, act.At);
        MatterClocks.Show(matter, file.Clocks, file.Pauses, file.Extensions, file.Times.Calendar, act.At);
        var step = StepOf(file, ruling, deed, line, act);
        file.Steps.Add(step);
        file.Made.Add(step);
        return step;
    }

    private static void Move(Matter matter, MatterState to, Act act)
    {
        matter.State = to;
        matter.IsOpen = to.IsOpen();
        matter.ClosedAt = matter.IsOpen ? null : act.At;
        matter.ClosedOn = matter.IsOpen ? null : LocalDay.Of(act.At);
        matter.UpdatedAt = act.At;
        matter.UpdatedBy = act.Who.Kind == ActorKind.Staff ? act.Who.Name : act.Who.Office;
        matter.Version++;
    }

    private static void Lapse(CaseFile file, DateTimeOffset at)
    {
        if (_inHand.Contains(file.Matter.State))
        {
            return;
        }
        foreach (var proposal in file.Proposals.Where(p => p.DecidedAt is null && p.Kind is ProposalKind.Extension or ProposalKind.Suspension))
        {
            (proposal.DecidedAt, proposal.IsApproved) = (at, false);
        }
    }

    private static Step StepOf(CaseFile file, Ruling ruling, Deed deed, Transition line, Act act) => new()
    {
        Id = act.NewId(),
        MatterId = file.Matter.Id,
        Verb = deed.Verb,
        FromState = line.From,
        ToState = line.To,
        At = act.At,
        ActorKind = act.Who.Kind,
        PersonId = act.Who.PersonId,
        PersonName = act.Who.Name,
        OfficeId = file.Offices.UnitByCode(act.Who.Office)?.Id,
        UnitId = ruling.UnitId,
        ReasonCode = deed.ReasonCode,
        Note = string.IsNullOrWhiteSpace(deed.Reason) ? null : deed.Reason.Trim(),
        Round = file.Matter.Round,
        DueAt = file.Matter.DueAt,
    };
}
