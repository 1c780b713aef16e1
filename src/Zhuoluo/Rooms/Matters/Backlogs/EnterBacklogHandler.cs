using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Publish;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Backlogs;

/// <summary>Puts matters onto a list and takes them off. What stands there already stays; all of one command come, or none.</summary>
internal sealed class EnterBacklogHandler(Writer writer, Intake intake)
{
    private const int LongestReason = WithholdMatter.LongestReason;

    /// <summary>Answers with how many are new on the list.</summary>
    public Task<Outcome<int>> HandleAsync(EnterBacklog command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => EnterAsync(work, command, cancel), cancel);

    public Task<Outcome<Done>> HandleAsync(RemoveFromBacklog command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => RemoveAsync(work, command, cancel), cancel);

    private async Task<Outcome<int>> EnterAsync(Work work, EnterBacklog command, CancellationToken cancel)
    {
        var today = LocalDay.Of(work.Act.At);
        if (!Permissions.May(work.Act.Who, Capability.ManageBacklogs))
        {
            return new NotPermitted();
        }
        if (await work.Db.Set<Backlog>().SingleOrDefaultAsync(b => b.Id == command.BacklogId, cancel) is not { } backlog)
        {
            return new NotFound("backlog");
        }
        if (backlog.EndedOn is not null)
        {
            return new BacklogEnded();
        }
        if (command.Cases.Count > EnterBacklog.Most)
        {
            return new TooManyLines(EnterBacklog.Most);
        }
        if (command.Cases.Any(c => c.StartedOn > today))
        {
            return new DayInFuture("Lines");
        }
        var numbers = command.Cases.Select(c => c.Number).OfType<string>().Distinct().ToList();
        // A confidential matter is on no list (rules F5.2); who cannot see it is told the same.
        var known = await work.Db.Set<Matter>().Where(m => numbers.Contains(m.Number) && !m.IsConfidential).ToDictionaryAsync(m => m.Number, m => m.Id, cancel);
        var there = await work.Db.Set<BacklogItem>().Where(i => i.BacklogId == backlog.Id).ToDictionaryAsync(i => i.MatterId, cancel);
        var entered = 0;
        foreach (var one in command.Cases)
        {
            if ((await MatterOfAsync(work, one, known, cancel)).IsRefused(out var refusal, out var matterId))
            {
                return refusal;
            }
            entered += Enter(work, backlog, there, matterId, one.StartedOn, today) ? 1 : 0;
        }
        return entered;
    }

    private async Task<Outcome<long>> MatterOfAsync(Work work, BacklogCase one, Dictionary<string, long> known, CancellationToken cancel)
    {
        if (one.Number is { } number)
        {
            return known.TryGetValue(number, out var id) ? id : new NoSuchCase(number);
        }
        var matter = new RegisterMatter(MatterKind.Help, Channel.Window, one.Text ?? "", one.PlaceCode ?? "");
        return (await intake.TakeInAsync(work, matter, cancel)).Then<long>(receipt => receipt.MatterId);
    }

    private static bool Enter(Work work, Backlog backlog, Dictionary<long, BacklogItem> there, long matterId, DateOnly startedOn, DateOnly today)
    {
        if (there.TryGetValue(matterId, out var before))
        {
            if (before.RemovedOn is null)
            {
                return false;
            }
            (before.RemovedOn, before.RemovedReason) = (null, null);
        }
        else
        {
            var item = new BacklogItem { Id = work.Act.NewId(), BacklogId = backlog.Id, MatterId = matterId, StartedOn = startedOn, EnteredOn = today };
            work.Db.Add(item);
            there.Add(matterId, item);
        }
        work.Record(new BacklogEnteredV1(new Code(backlog.Code), startedOn), new Subject("matter", matterId));
        return true;
    }

    private static async Task<Outcome<Done>> RemoveAsync(Work work, RemoveFromBacklog command, CancellationToken cancel)
    {
        if (!Permissions.May(work.Act.Who, Capability.ManageBacklogs))
        {
            return new NotPermitted();
        }
        if (PlainText.Read(command.Reason, nameof(command.Reason), LongestReason).IsRefused(out var refusal, out var reason))
        {
            return refusal;
        }
        if (reason is null)
        {
            return new Missing(nameof(command.Reason));
        }
        if (await work.Db.Set<BacklogItem>().SingleOrDefaultAsync(i => i.Id == command.ItemId, cancel) is not { RemovedOn: null } item)
        {
            return new NotFound("backlog");
        }
        var code = await work.Db.Set<Backlog>().Where(b => b.Id == item.BacklogId).Select(b => b.Code).SingleAsync(cancel);
        (item.RemovedOn, item.RemovedReason) = (LocalDay.Of(work.Act.At), reason);
        work.Record(new BacklogRemovedV1(new Code(code)), new Subject("matter", item.MatterId));
        return Done.Value;
    }
}
