using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Detail;

/// <summary>Everything that staff may know of one matter in the API's words. The contact stays sealed.</summary>
internal sealed record MatterHistory(string Number, int Version, string? Text, string? PlaceText)
{
    public required IReadOnlyList<StepLine> Steps { get; init; }
    public required IReadOnlyList<HoldingLine> Holdings { get; init; }
    public required IReadOnlyList<ClockLine> Clocks { get; init; }
    public required IReadOnlyList<PauseLine> Pauses { get; init; }
    public required IReadOnlyList<AnswerLine> Answers { get; init; }
    public required IReadOnlyList<QuestionLine> Questions { get; init; }
    public required IReadOnlyList<CallLine> Calls { get; init; }
    public required IReadOnlyList<RatingLine> Ratings { get; init; }
    public required IReadOnlyList<LinkLine> Links { get; init; }

    public static MatterHistory Of(MatterStory story, OfficesSnapshot offices, Actor reader)
    {
        string? Unit(long? id) => id is { } known ? offices.Unit(known)?.Code : null;
        return new MatterHistory(story.Matter.Number, story.Matter.Version, story.Text?.Text, story.Text?.PlaceText)
        {
            Steps = [.. story.Steps.Select(s => new StepLine(
                Word<Verb>.Of(s.Verb), s.At, Word<MatterState>.Of(s.FromState), Word<MatterState>.Of(s.ToState), s.PersonName, Unit(s.OfficeId), Unit(s.UnitId), s.ReasonCode, s.Note, s.Round, s.DueAt))],
            Holdings = [.. story.Holdings.Select(h => new HoldingLine(Unit(h.UnitId), Word<HoldingPart>.Of(h.Part), h.From, h.SignedAt, h.To, Word<HoldingEnd>.Of(h.End)))],
            Clocks = [.. story.Clocks.Select(c => new ClockLine(Word<ClockStage>.Of(c.Stage), c.Round, c.StartAt, c.Limit, c.DueAt, c.IsProvisional, c.StoppedAt))],
            Pauses = [.. story.Pauses.Select(p => new PauseLine(p.From, p.To, p.Reason))],
            Answers = [.. story.Answers.Select(a => new AnswerLine(a.Round, Unit(a.UnitId), Word<MatterOutcome>.Of(a.Outcome), a.GroundCode, a.Text, a.At, a.IsApproved, a.ReviewNote))],
            Questions = [.. story.Questions.Select(q => new QuestionLine(q.Text, q.AskedAt, q.Reply, q.RepliedAt))],
            Calls = [.. story.Calls.Select(c => new CallLine(c.Round, c.At, Word<CallResult>.Of(c.Result), c.IsSolved))],
            Ratings = [.. story.Ratings.Where(r => r.GivenAt is not null && RatingSight.Sees(reader, r.Grade)).Select(r => new RatingLine(r.Round, r.Grade, r.IsSolved, r.GivenAt))],
            Links = [.. story.Links.Select(l => new LinkLine(l.Number, Word<LinkedAs>.Of(l.As), Word<MatterState>.Of(l.State)))],
        };
    }
}

internal sealed record StepLine(
    string Verb, DateTimeOffset At, string From, string To, string Person, string? Office, string? Unit, string? ReasonCode, string? Note, int Round, DateTimeOffset? DueAt);

internal sealed record HoldingLine(string? Unit, string Part, DateTimeOffset From, DateTimeOffset? SignedAt, DateTimeOffset? To, string End);

internal sealed record ClockLine(string Stage, int Round, DateTimeOffset StartAt, string Limit, DateTimeOffset DueAt, bool Provisional, DateTimeOffset? StoppedAt);

internal sealed record PauseLine(DateTimeOffset From, DateTimeOffset? To, string Reason);

internal sealed record AnswerLine(int Round, string? Unit, string Outcome, string? Ground, string Text, DateTimeOffset At, bool? Approved, string? ReviewNote);

internal sealed record QuestionLine(string Text, DateTimeOffset AskedAt, string? Reply, DateTimeOffset? RepliedAt);

internal sealed record CallLine(int Round, DateTimeOffset At, string Result, bool? Solved);

internal sealed record RatingLine(int Round, int? Grade, bool? Solved, DateTimeOffset? GivenAt);

internal sealed record LinkLine(string Number, string As, string State);
