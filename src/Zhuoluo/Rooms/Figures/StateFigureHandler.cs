using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Figures;

/// <summary>States one figure by itself, or a correction of one that was stated; and shows a stated one to the public.</summary>
internal sealed class StateFigureHandler(Writer writer, FigureDesk desk)
{
    private const int LongestReason = 200;

    public Task<Outcome<StatedFigure>> HandleAsync(StateFigure command, Act act, CancellationToken cancel) => writer.WriteAsync<StatedFigure>(act, async work =>
    {
        if (Decide(command, act).IsRefused(out var refusal, out var wanted))
        {
            return refusal;
        }
        if (wanted.SupersedesId is { } old)
        {
            if (await work.Db.Set<StatedFigure>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == old && s.Key == wanted.Key, cancel) is not { } before)
            {
                return new NotFound("figure");
            }
            // What corrects a public figure is public too: silence would leave the old one standing.
            wanted = wanted with { IsPublic = before.IsPublic };
        }
        return (await desk.StateAsync(work, [wanted], cancel)).IsRefused(out refusal, out var stated) ? refusal : stated[0];
    }, cancel);

    public Task<Outcome<Done>> PublishAsync(long id, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        if (!Permissions.May(act.Who, Capability.PublishBulletin))
        {
            return new NotPermitted();
        }
        if (await work.Db.Set<StatedFigure>().SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } stated)
        {
            return new NotFound("figure");
        }
        Publish(work, [stated]);
        return Done.Value;
    }, cancel);

    /// <summary>For whoever publishes what they stand in; those that are public already stay as they are.</summary>
    public static void Publish(Work work, IReadOnlyList<StatedFigure> figures)
    {
        foreach (var stated in figures.Where(s => !s.IsPublic))
        {
            stated.IsPublic = true;
            work.Record(new FigurePublishedV1(new Code(stated.Key), stated.Value), new Subject("stated-figure", stated.Id));
        }
    }

    public static Outcome<StateFigure> Decide(StateFigure command, Act act) =>
        !Permissions.May(act.Who, Capability.ManageFigures) ? new NotPermitted()
        : command.SupersedesId is null ? command
        : PlainText.Require(command.Reason, nameof(command.Reason), LongestReason).IsRefused(out var refusal, out var reason) ? refusal
        : command with { Reason = reason };
}
