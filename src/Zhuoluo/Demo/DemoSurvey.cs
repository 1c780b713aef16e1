using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Demo;

/// <summary>The open call for advice: 784 collected, 612 done (figures S1-013 and S1-014).</summary>
internal sealed class DemoSurvey(DemoTools tools)
{
    private const int Collected = 784;
    private const int Done = 612;
    private const int Explained = 23;
    private const int InProgress = 109;

    public async Task MakeAsync(CancellationToken cancel)
    {
        var drive = DemoTools.Must(await tools.Get<KeepDriveHandler>().HandleAsync(
            new KeepDrive("survey-2021", tools.Words.All.Drives[0], DriveKind.Survey, new DateOnly(2021, 3, 1), new DateOnly(2021, 12, 31)), tools.Operator(), cancel));
        var villages = tools.Villages();
        var batch = Enumerable.Range(0, Collected).Select(i => One(Shuffled(i), drive, tools.Dice.Of(villages))).ToList();
        DemoTools.Must(await tools.Get<RegisterManyHandler>().HandleAsync(batch, tools.Operator(), cancel));
    }

    // 5 has no common divisor with 784, so that every sort is spread over the year.
    private static int Shuffled(int i) => i * 5 % Collected;

    private BulkMatter One(int i, long drive, Place village)
    {
        var topic = tools.Words.Topic();
        var opened = new DateOnly(2021, 3, 1).AddDays(tools.Dice.Below(270));
        var state = i < Done + Explained ? MatterState.Closed : i < Done + Explained + InProgress ? MatterState.InProgress : MatterState.Suspended;
        var isClosed = state == MatterState.Closed;
        return new BulkMatter(MatterKind.Suggestion, Channel.Survey, tools.Words.Problem(topic, village.Name), village.Code, opened, state)
        {
            Outcome = !isClosed ? MatterOutcome.None : i < Done ? MatterOutcome.Solved : MatterOutcome.Explained,
            ClosedOn = isClosed ? opened.AddDays(tools.Dice.Between(3, 30)) : null,
            ResultText = isClosed ? tools.Words.Result(topic, village.Name) : null,
            LeadUnitId = tools.LeadUnit(topic.Category, village),
            CategoryCode = topic.Category,
            DriveId = drive,
            Contact = new Contact(tools.Words.Name(), tools.Words.Phone(), null),
        };
    }
}
