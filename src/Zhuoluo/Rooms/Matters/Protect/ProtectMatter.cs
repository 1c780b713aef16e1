using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Deeds;
using Zhuoluo.Rooms.Matters.Searching;
using Zhuoluo.Rooms.Matters.Windows.Say;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Protect;

/// <summary>Routes a matter to the supervisor because it is about a unit or a member of staff (rules F5.2).</summary>
internal sealed record ProtectMatter(long MatterId, long? TargetUnitId, long? TargetPersonId, string Reason)
{
    public const int LongestReason = 500;
}

internal sealed record AlreadyShielded() : Refusal("already-shielded");

/// <summary>Handled and ended: there is nobody left to keep it from.</summary>
internal sealed record NoLongerOpen() : Refusal("no-longer-open");

internal sealed class ProtectMatterHandler(Writer writer, CaseFiles files, Offices offices)
{
    public Task<Outcome<Done>> HandleAsync(ProtectMatter command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => ProtectAsync(work, command, cancel), cancel);

    private async Task<Outcome<Done>> ProtectAsync(Work work, ProtectMatter command, CancellationToken cancel)
    {
        var act = work.Act;
        var file = await files.LoadAsync(work.Db, new Deed(command.MatterId, Verb.Assign, 0), cancel);
        if (file is null || !Circle.Knows(file, act.Who))
        {
            return new NotFound("matter");
        }
        var target = command.TargetUnitId is { } id ? offices.Current.Unit(id) : null;
        var supervisor = await SupervisingOffice.ForAsync(work.Db, target, offices.Current, LocalDay.Of(act.At), cancel);
        if (Decide(command, file, target, supervisor, act).IsRefused(out var refusal, out var shield))
        {
            return refusal;
        }
        work.Db.Add(shield);
        Hide(file, shield, work);
        await HideAsync(work, file.Matter.Id, cancel);
        work.Record(new MatterShieldedV1(AtIntake: false), new Subject("matter", file.Matter.Id));
        return Done.Value;
    }

    internal static Outcome<Shield> Decide(ProtectMatter command, CaseFile file, Unit? target, Unit? supervisor, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ProtectMatter))
        {
            return new NotPermitted();
        }
        if (file.Shield is not null)
        {
            return new AlreadyShielded();
        }
        if (!file.Matter.IsOpen)
        {
            return new NoLongerOpen();
        }
        if (target is null && command.TargetPersonId is null)
        {
            return command.TargetUnitId is null ? new Missing(nameof(command.TargetUnitId)) : new UnknownValue(nameof(command.TargetUnitId));
        }
        if (PlainText.Read(command.Reason, nameof(command.Reason), ProtectMatter.LongestReason).IsRefused(out var refusal, out var reason))
        {
            return refusal;
        }
        return reason is null ? new Missing(nameof(command.Reason))
            : supervisor is null ? new NoSupervisor()
            : new Shield
            {
                MatterId = file.Matter.Id,
                TargetUnitId = target?.Id,
                TargetPersonId = command.TargetPersonId,
                SupervisorUnitId = supervisor.Id,
                At = act.At,
                ByName = act.Who.Name,
                Reason = reason,
            };
    }

    // Whoever had it has it no longer; the supervising office takes over in the state in which it stands.
    private static void Hide(CaseFile file, Shield shield, Work work)
    {
        var (matter, act) = (file.Matter, work.Act);
        (matter.IsConfidential, matter.IsPublic) = (true, false);
        (matter.LeadUnitId, matter.HandlerId) = (shield.SupervisorUnitId, null);
        (matter.UpdatedAt, matter.UpdatedBy) = (act.At, act.Who.Name);
        matter.Version++;
        foreach (var holding in file.Holdings.Where(h => h.To is null))
        {
            (holding.To, holding.End) = (act.At, HoldingEnd.Reassigned);
        }
        work.Db.Add(new Holding { Id = act.NewId(), MatterId = matter.Id, UnitId = shield.SupervisorUnitId, Part = HoldingPart.Lead, From = act.At });
    }

    // What was made while it was an ordinary matter: words to search by, a public text, notices to units.
    private static async Task HideAsync(Work work, long id, CancellationToken cancel)
    {
        await WordIndex.OfMatters.ReplaceAsync(work.Db, [id], [], cancel);
        await WordIndex.OfPublications.ReplaceAsync(work.Db, [id], [], cancel);
        await work.Db.Set<Publication>().Where(p => p.MatterId == id).ExecuteDeleteAsync(cancel);
        await work.Db.Set<UnitNotice>().Where(n => n.MatterId == id).ExecuteDeleteAsync(cancel);
    }
}
