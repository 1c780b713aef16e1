using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Deeds;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Privacy.Holds;

internal sealed class KeepHoldHandler(Writer writer, Offices offices)
{
    public Task<Outcome<Done>> HandleAsync(KeepHold command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => KeepAsync(work, command, cancel), cancel);

    private async Task<Outcome<Done>> KeepAsync(Work work, KeepHold command, CancellationToken cancel)
    {
        if (!await Sight.Of(work.Act.Who, offices.Current).Seen(work.Db).AnyAsync(m => m.Id == command.MatterId, cancel))
        {
            return new NotFound("matter");
        }
        var hold = await work.Db.Set<LegalHold>().SingleOrDefaultAsync(h => h.MatterId == command.MatterId && h.ReleasedAt == null, cancel);
        if (Decide(command, hold, work.Act).IsRefused(out var refusal, out var kept))
        {
            return refusal;
        }
        if (hold is null)
        {
            work.Db.Add(kept);
        }
        var keys = work.Db.Set<MatterContact>().Where(c => c.MatterId == command.MatterId).Select(c => c.KeyId);
        await work.Db.Set<SubjectKey>().Where(k => keys.Contains(k.Id)).ExecuteUpdateAsync(s => s.SetProperty(k => k.LegalHold, kept.ReleasedAt == null), cancel);
        work.Record(new HoldChangedV1(command.Deed), new Subject("matter", command.MatterId));
        return Done.Value;
    }

    internal static Outcome<LegalHold> Decide(KeepHold command, LegalHold? hold, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ManagePersonalData))
        {
            return new NotPermitted();
        }
        if (PlainText.Read(command.Reason, "Reason", KeepHold.LongestReason).IsRefused(out var refusal, out var reason))
        {
            return refusal;
        }
        return command.Deed switch
        {
            HoldDeed.Ask or HoldDeed.AskRelease when reason is null => new Missing("Reason"),
            HoldDeed.Ask => hold is not null ? new AlreadyAsked() : new LegalHold
            {
                Id = act.NewId(),
                MatterId = command.MatterId,
                Reason = reason!,
                AskedAt = act.At,
                AskedById = act.Who.PersonId,
                AskedByName = act.Who.Name,
            },
            _ when hold is null => new NothingToDecide(),
            HoldDeed.Approve => hold.ApprovedAt is not null ? new NothingToDecide()
                : act.IsSame(hold.AskedById, hold.AskedByName) ? new SamePerson()
                : Changed(hold, h => (h.ApprovedAt, h.ApprovedByName) = (act.At, act.Who.Name)),
            HoldDeed.AskRelease => hold.ReleaseAskedAt is not null ? new AlreadyAsked()
                : Changed(hold, h => (h.ReleaseReason, h.ReleaseAskedAt, h.ReleaseAskedById, h.ReleaseAskedByName) = (reason, act.At, act.Who.PersonId, act.Who.Name)),
            _ => hold.ReleaseAskedAt is null ? new NothingToDecide()
                : act.IsSame(hold.ReleaseAskedById, hold.ReleaseAskedByName) ? new SamePerson()
                : Changed(hold, h => (h.ReleasedAt, h.ReleasedByName) = (act.At, act.Who.Name)),
        };
    }

    private static LegalHold Changed(LegalHold hold, Action<LegalHold> how)
    {
        how(hold);
        return hold;
    }
}
