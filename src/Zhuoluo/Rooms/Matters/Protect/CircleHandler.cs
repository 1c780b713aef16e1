using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Deeds;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Protect;

/// <summary>Who else may know, and whether a matter may go to whom it names. Supervisors ask; two of them decide on a waiver.</summary>
internal sealed class CircleHandler(Writer writer, CaseFiles files, Offices offices)
{
    public const int LongestReason = 500;

    public Task<Outcome<Done>> HandleAsync(WidenCircle command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => WidenAsync(work, command, cancel), cancel);

    public Task<Outcome<Done>> HandleAsync(AskWaiver command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => AskAsync(work, command, cancel), cancel);

    public Task<Outcome<Done>> HandleAsync(DecideWaiver command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => DecideAsync(work, command, cancel), cancel);

    private async Task<Outcome<Done>> WidenAsync(Work work, WidenCircle command, CancellationToken cancel)
    {
        if ((await OpenAsync(work, command.MatterId, command.Reason, cancel)).IsRefused(out var refusal, out var open))
        {
            return refusal;
        }
        if (open.File.Shield is not { } shield || await work.Db.Set<Person>().SingleOrDefaultAsync(p => p.Id == command.PersonId && p.IsActive, cancel) is not { } person)
        {
            return new UnknownValue("Person");
        }
        var roles = await work.Db.Set<RoleAssignment>().Where(r => r.PersonId == person.Id && r.EndedAt == null).ToListAsync(cancel);
        var grants = roles.Where(r => r.IsHeldOn(LocalDay.Of(work.Act.At))).Select(r => offices.Current.Unit(r.UnitId) is { } u ? new Grant(r.Role, u.Path, u.Id) : null).OfType<Grant>().ToList();
        if (Barring.IsBarred(shield, new Actor(ActorKind.Staff, person.Id, person.Name, "", grants), offices.Current))
        {
            return new StandsInLine();
        }
        if (open.File.CircleIds.Contains(person.Id))
        {
            return Done.Value;
        }
        work.Db.Add(new CircleMember
        {
            Id = work.Act.NewId(),
            MatterId = command.MatterId,
            PersonId = person.Id,
            PersonName = person.Name,
            At = work.Act.At,
            ByName = work.Act.Who.Name,
            Reason = open.Reason,
        });
        work.Record(new CircleWidenedV1(open.File.CircleIds.Count + 1), new Subject("matter", command.MatterId));
        return Done.Value;
    }

    private async Task<Outcome<Done>> AskAsync(Work work, AskWaiver command, CancellationToken cancel)
    {
        if ((await OpenAsync(work, command.MatterId, command.Reason, cancel)).IsRefused(out var refusal, out var open))
        {
            return refusal;
        }
        if (offices.Current.Unit(command.UnitId) is null)
        {
            return new UnknownValue("Unit");
        }
        var act = work.Act;
        work.Db.Add(new ConflictWaiver
        {
            Id = act.NewId(),
            MatterId = command.MatterId,
            UnitId = command.UnitId,
            AskedAt = act.At,
            AskedById = act.Who.PersonId,
            AskedByName = act.Who.Name,
            Reason = open.Reason,
        });
        work.Record(new WaiverAskedV1(), new Subject("matter", command.MatterId));
        return Done.Value;
    }

    private async Task<Outcome<Done>> DecideAsync(Work work, DecideWaiver command, CancellationToken cancel)
    {
        var act = work.Act;
        if (await work.Db.Set<ConflictWaiver>().SingleOrDefaultAsync(w => w.Id == command.WaiverId, cancel) is not { } waiver)
        {
            return new NotFound("waiver");
        }
        if ((await OpenAsync(work, waiver.MatterId, waiver.Reason, cancel)).IsRefused(out var refusal, out _))
        {
            return refusal;
        }
        if (waiver.DecidedAt is not null)
        {
            return new NothingToDecide();
        }
        if (act.IsSame(waiver.AskedById, waiver.AskedByName))
        {
            return new SamePerson();
        }
        (waiver.DecidedAt, waiver.DecidedById, waiver.DecidedByName, waiver.IsApproved) = (act.At, act.Who.PersonId, act.Who.Name, command.IsApproved);
        work.Record(new WaiverDecidedV1(command.IsApproved), new Subject("matter", waiver.MatterId));
        return Done.Value;
    }

    private async Task<Outcome<(CaseFile File, string Reason)>> OpenAsync(Work work, long matterId, string typed, CancellationToken cancel)
    {
        var file = await files.LoadAsync(work.Db, new Deed(matterId, Verb.Urge, 0), cancel);
        if (file is null || !Circle.Knows(file, work.Act.Who))
        {
            return new NotFound("matter");
        }
        if (!Permissions.May(work.Act.Who, Capability.SuperviseMatters))
        {
            return new NotPermitted();
        }
        if (PlainText.Read(typed, "Reason", LongestReason).IsRefused(out var refusal, out var reason))
        {
            return refusal;
        }
        return reason is null ? new Missing("Reason") : (file, reason);
    }
}
