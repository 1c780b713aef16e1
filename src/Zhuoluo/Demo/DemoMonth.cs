using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Demo;

/// <summary>What came in during the last five weeks and how far each matter is, so that every queue has something in it.</summary>
internal sealed class DemoMonth(DemoTools tools)
{
    private static readonly string[] _bureaus = ["roads", "streets", "town", "waters", "housing"];

    private static readonly Dictionary<string, string[]> _topics = new()
    {
        ["roads"] = ["road", "bus"],
        ["streets"] = ["lamp", "rubbish", "parking", "noise"],
        ["town"] = ["toilet", "culture", "elder"],
        ["waters"] = ["water", "irrigation"],
        ["housing"] = ["sewer", "certificate"],
    };

    public async Task MakeAsync(CancellationToken cancel)
    {
        var days = WorkingDays(25);
        var stages = Stages().ToList();
        // The further a matter has come, the earlier it came in; the last day brings what nobody has looked at yet.
        var plans = stages.Select((stage, i) => (Stage: stage, Day: days[Math.Min(days.Count - 1, DayOf(stage, i, days.Count))])).OrderBy(p => p.Day).ToList();
        var index = 0;
        foreach (var (stage, day) in plans)
        {
            var story = await BeginAsync(day, index++, cancel);
            await stage.Tell(story, cancel);
        }
    }

    private static int DayOf(Stage stage, int i, int count) => Math.Max(0, count - 1 - stage.Age - (i % 3));

    private List<DateOnly> WorkingDays(int count)
    {
        var calendar = tools.Get<CalendarsDoor>().Calendar;
        var days = new List<DateOnly>();
        for (var day = LocalDay.Of(tools.Now); days.Count < count; day = day.AddDays(-1))
        {
            if (calendar.IsWorking(day))
            {
                days.Insert(0, day);
            }
        }
        return days;
    }

    private async Task<DemoStory> BeginAsync(DateOnly day, int index, CancellationToken cancel)
    {
        var bureau = _bureaus[index % _bureaus.Length];
        var topic = tools.Words.All.Topics.First(t => t.Category == _topics[bureau][index / _bureaus.Length % _topics[bureau].Length]);
        var villages = tools.Villages();
        var village = bureau == "town" ? villages[index % 20] : tools.Dice.Of(villages);
        var story = new DemoStory(tools, bureau, topic, village);
        await story.RegisterAsync(day, index, cancel);
        return story;
    }

    private static IEnumerable<Stage> Stages() =>
    [
        .. Many(6, 0, (_, _) => Task.CompletedTask),
        .. Many(4, 0, (s, c) => s.AcceptAsync(c)),
        .. Many(5, 1, (s, c) => s.SendAsync(c)),
        .. Many(5, 2, (s, c) => s.SignAsync(c)),
        .. Many(4, 9, (s, c) => s.SignAsync(c)),
        .. Many(2, 2, (s, c) => s.AskAsync(c)),
        .. Many(2, 1, (s, c) => s.AskReturnAsync(c)),
        .. Many(2, 3, (s, c) => s.AskExtensionAsync(c)),
        .. Many(2, 8, (s, c) => s.SuspendAsync(c)),
        .. Many(4, 4, (s, c) => s.AnswerAsync(c)),
        .. Many(4, 5, (s, c) => s.ApproveAsync(c)),
        .. Many(1, 6, (s, c) => s.DeclineAsync(c)),
        .. Many(1, 5, (s, c) => s.WithdrawAsync(c)),
        .. Many(2, 9, (s, c) => s.RedoAsync(c)),
        .. Many(26, 12, (s, c) => s.CloseAsync(c)),
    ];

    private static IEnumerable<Stage> Many(int count, int age, Func<DemoStory, CancellationToken, Task> tell) =>
        Enumerable.Range(0, count).Select(_ => new Stage(age, tell));

    /// <param name="Age">Working days since it came in, at least.</param>
    /// <param name="Tell">What happened to it.</param>
    private sealed record Stage(int Age, Func<DemoStory, CancellationToken, Task> Tell);
}
