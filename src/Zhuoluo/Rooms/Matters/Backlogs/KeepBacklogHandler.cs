using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Drives;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Backlogs;

/// <summary>Opens a list or changes it; sets the days of a sprint. Answers with the id.</summary>
internal sealed class KeepBacklogHandler(Writer writer, Offices offices)
{
    public const int LongestSprint = 400;

    public Task<Outcome<long>> HandleAsync(KeepBacklog command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => KeepAsync(work, command, cancel), cancel);

    public Task<Outcome<long>> HandleAsync(BeginSprint command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => BeginAsync(work, command, cancel), cancel);

    private async Task<Outcome<long>> KeepAsync(Work work, KeepBacklog command, CancellationToken cancel)
    {
        if (Decide(command, offices.Current, work.Act).IsRefused(out var refusal, out var read))
        {
            return refusal;
        }
        var backlog = await work.Db.Set<Backlog>().SingleOrDefaultAsync(b => command.Id == null ? b.Code == command.Code : b.Id == command.Id, cancel);
        var unit = Code.OrNull(offices.Current.Unit(read.UnitId)!.Code);
        if (command.Id is null)
        {
            return backlog is null ? Open(work, read, unit) : new CodeTaken();
        }
        if (backlog is null)
        {
            return new NotFound("backlog");
        }
        (backlog.Name, backlog.UnitId, backlog.Scope, backlog.EntryRule, backlog.IsPublic) = (read.Name, read.UnitId, read.Scope, read.EntryRule, read.IsPublic);
        backlog.EndedOn = read.IsEnded ? backlog.EndedOn ?? LocalDay.Of(work.Act.At) : null;
        work.Record(new BacklogChangedV1(new Code(backlog.Code), unit, backlog.IsPublic, read.IsEnded), new Subject("backlog", backlog.Id));
        return backlog.Id;
    }

    private static Outcome<KeepBacklog> Decide(KeepBacklog command, OfficesSnapshot offices, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ManageBacklogs))
        {
            return new NotPermitted();
        }
        if (command.Id is null && Code.OrNull(command.Code) is null)
        {
            return new UnreadableCode();
        }
        if (PlainText.Read(command.Name, nameof(command.Name), KeepBacklog.LongestName).IsRefused(out var refusal, out var name)
            || PlainText.Read(command.Scope, nameof(command.Scope), KeepBacklog.LongestText).IsRefused(out refusal, out var scope)
            || PlainText.Read(command.EntryRule, nameof(command.EntryRule), KeepBacklog.LongestText).IsRefused(out refusal, out var rule))
        {
            return refusal;
        }
        return name is null ? new Missing(nameof(command.Name))
            : scope is null ? new Missing(nameof(command.Scope))
            : rule is null ? new Missing(nameof(command.EntryRule))
            : offices.Unit(command.UnitId) is null ? new UnknownValue(nameof(command.UnitId))
            : command with { Name = name, Scope = scope, EntryRule = rule };
    }

    private static long Open(Work work, KeepBacklog command, Code? unit)
    {
        var backlog = new Backlog
        {
            Id = work.Act.NewId(),
            Code = command.Code,
            Name = command.Name,
            UnitId = command.UnitId,
            Scope = command.Scope,
            EntryRule = command.EntryRule,
            IsPublic = command.IsPublic,
            OpenedOn = LocalDay.Of(work.Act.At),
        };
        work.Db.Add(backlog);
        work.Record(new BacklogOpenedV1(new Code(backlog.Code), unit, backlog.IsPublic), new Subject("backlog", backlog.Id));
        return backlog.Id;
    }

    private static async Task<Outcome<long>> BeginAsync(Work work, BeginSprint command, CancellationToken cancel)
    {
        if (!Permissions.May(work.Act.Who, Capability.ManageBacklogs))
        {
            return new NotPermitted();
        }
        if (await work.Db.Set<Backlog>().SingleOrDefaultAsync(b => b.Id == command.BacklogId, cancel) is not { } backlog)
        {
            return new NotFound("backlog");
        }
        if (PlainText.Read(command.Name, nameof(command.Name), KeepBacklog.LongestName).IsRefused(out var refusal, out var name))
        {
            return refusal;
        }
        if (name is null || command.Target < 0)
        {
            return name is null ? new Missing(nameof(command.Name)) : new UnknownValue(nameof(command.Target));
        }
        if (command.To <= command.From || command.To.DayNumber - command.From.DayNumber > LongestSprint)
        {
            return command.To <= command.From ? new PeriodReversed() : new SprintTooLong(LongestSprint);
        }
        if (await work.Db.Set<Sprint>().AnyAsync(s => s.BacklogId == backlog.Id && s.From <= command.To && s.To >= command.From, cancel))
        {
            return new SprintOverlaps();
        }
        var sprint = new Sprint { Id = work.Act.NewId(), BacklogId = backlog.Id, Name = name, From = command.From, To = command.To, Target = command.Target };
        work.Db.Add(sprint);
        work.Record(new SprintBegunV1(new Code(backlog.Code), sprint.From, sprint.To, sprint.Target), new Subject("backlog", backlog.Id));
        return sprint.Id;
    }
}
