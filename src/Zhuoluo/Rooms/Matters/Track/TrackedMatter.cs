using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters.Rate;

namespace Zhuoluo.Rooms.Matters.Track;

/// <summary>All that a requester may see of their own matter.</summary>
internal sealed record TrackedMatter(Matter Matter, MatterText Text)
{
    public IReadOnlyList<StoryLine> Story { get; init; } = [];
    public DateTimeOffset? FirstPromise { get; init; }

    /// <summary>The limit that runs for the requester, with all that moved it.</summary>
    public Clock? Running { get; init; }
    public IReadOnlyList<ClockPause> Pauses { get; init; } = [];
    public IReadOnlyList<ClockExtension> Extensions { get; init; } = [];

    /// <summary>Waits for the requester's answer.</summary>
    public Question? Open { get; init; }
    public IReadOnlyList<Question> Asked { get; init; } = [];

    /// <summary>What was answered and approved, latest first.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>Of this round, given or not.</summary>
    public Rating? Rating { get; init; }
    public string? MainNumber { get; init; }

    /// <summary>The one-time link of this round; null when the time to rate is over.</summary>
    public string? RateLink { get; init; }

    public bool CanWithdraw => May(Verb.Withdraw);
    public bool CanReopen => May(Verb.Reopen);
    public bool CanReply => Open is not null && May(Verb.RequesterAnswers);
    public bool CanRate => RateLink is not null && RatingOffers.IsRatable(Matter.State, Answers.Any(a => a.Round == Matter.Round)) && Rating is not { GivenAt: not null };

    /// <summary>The same as the office's clock: the counting, day by day.</summary>
    public DeadlineAnswer? Explain(WorkingCalendar calendar, DateTimeOffset now) => Running is not { } clock ? null : Deadlines.Compute(
        new ClockRun(
            Limit.Parse(clock.Limit), clock.StartAt,
            [.. Pauses.Where(p => p.To is not { } to || to > clock.StartAt).Select(p => new Pause(p.From < clock.StartAt ? clock.StartAt : p.From, p.To, p.Reason))],
            [.. Extensions.Where(e => e.Round == clock.Round).Select(e => new Extension(Limit.Parse(e.Limit), e.GrantedAt))]),
        calendar, now);

    private bool May(Verb verb) => Transitions.Find(Matter.State, verb) is { } line && line.Requires.HasFlag(Requires.OrRequester);
}
