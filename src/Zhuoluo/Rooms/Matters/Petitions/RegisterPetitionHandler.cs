using System.Buffers.Binary;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>One petition, one matter, one receipt; its clocks are those of its own law from the first moment.</summary>
internal sealed class RegisterPetitionHandler(Writer writer, Intake intake, PetitionLimits limits, Offices offices)
{
    public Task<Outcome<Receipt>> HandleAsync(RegisterPetition command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => RegisterAsync(work, command, cancel), cancel);

    private async Task<Outcome<Receipt>> RegisterAsync(Work work, RegisterPetition command, CancellationToken cancel)
    {
        var act = work.Act;
        var refusal = PetitionIntake.Refuse(command, act) ?? await EarlierAsync(work.Db, command, act, cancel);
        if (refusal is not null)
        {
            return refusal;
        }
        var print = command.OfficialNumber is { } official ? PrintOf(work.Vault, command.SystemCode, official) : null;
        var startAt = command.ReceivedOn is { } day && day < LocalDay.Of(act.At) ? PetitionLimits.StartOf(day) : act.At;
        var first = limits.Forwarding(startAt);
        if (command.MatterId is null && command.OnceKey is null && await TakenAsync(work.Db, print, cancel) is { } taken)
        {
            return new OfficialNumberTaken(taken);
        }
        if ((command.MatterId is { } id ? await TurnAsync(work, id, first, cancel) : await intake.TakeInAsync(work, PetitionIntake.MatterOf(command), cancel, first))
            .IsRefused(out refusal, out var receipt))
        {
            return refusal;
        }
        if (await work.Db.Set<Petition>().AnyAsync(p => p.MatterId == receipt.MatterId, cancel))
        {
            return command.MatterId is null ? receipt : new AlreadyPetition();
        }
        if (await TakenAsync(work.Db, print, cancel) is { } other)
        {
            return new OfficialNumberTaken(other);
        }
        Add(work, command, receipt, print);
        return receipt;
    }

    private void Add(Work work, RegisterPetition command, Receipt receipt, byte[]? print)
    {
        var act = work.Act;
        var petition = PetitionIntake.RowOf(command, receipt.MatterId, act);
        if (command.OfficialNumber is { } number)
        {
            var key = work.Vault.NewKey(act);
            work.Db.Add(key);
            (petition.NumberKeyId, petition.NumberPrint) = (key.Id, print);
            petition.NumberSealed = work.Vault.Seal(key, Encoding.UTF8.GetBytes(number.Trim()), Bound(receipt.MatterId), act.Chance);
        }
        work.Db.Add(petition);
        work.Db.Add(new PetitionStep
        {
            Id = act.NewId(),
            MatterId = receipt.MatterId,
            Verb = PetitionVerb.Register,
            From = PetitionStage.Registered,
            To = PetitionStage.Registered,
            At = act.At,
            ActorKind = act.Who.Kind,
            PersonId = act.Who.PersonId,
            PersonName = act.Who.Name,
            OfficeId = offices.Current.UnitByCode(act.Who.Office)?.Id,
        });
        // A matter taken in just now went past the change tracker; one that was there before is in it.
        var isHidden = work.Db.Set<Matter>().Local.FirstOrDefault(m => m.Id == receipt.MatterId)?.IsConfidential ?? command.IsAccusation;
        work.Record(new PetitionRegisteredV1(isHidden ? null : command.Level, isHidden ? null : command.Form), new Subject("matter", receipt.MatterId));
    }

    // A matter that came in by another door: the county's clock gives way to the law's.
    private async Task<Outcome<Receipt>> TurnAsync(Work work, long matterId, FirstLimit first, CancellationToken cancel)
    {
        var matter = await Sight.Of(work.Act.Who, offices.Current).Seen(work.Db).AsTracking().FirstOrDefaultAsync(m => m.Id == matterId, cancel);
        if (matter is null)
        {
            return new NotFound("matter");
        }
        if (matter.State is not (MatterState.Registered or MatterState.AwaitingAssignment))
        {
            return new Deeds.WrongState(matter.State, []);
        }
        var clocks = await work.Db.Set<Clock>().Where(c => c.MatterId == matterId && c.StoppedAt == null).ToListAsync(cancel);
        clocks.ForEach(c => c.StoppedAt = work.Act.At);
        (matter.ProfileCode, matter.ProfileVersion) = (DeadlineProfile.Petition, first.Limit.ProfileVersion);
        matter.UpdatedAt = work.Act.At;
        matter.Version++;
        var clock = MatterRows.Clock(matter, first, Deadlines.Brief(ClockRun.Plain(first.Limit.Limit, first.StartAt), first.Calendar, work.Act.At), work.Act);
        work.Db.Add(clock);
        MatterClocks.Show(matter, [clock], [], [], first.Calendar, work.Act.At);
        return Intake.ReceiptOf(work.Vault, matter);
    }

    // The same facts: not again after the second review (article 36), nor above while a lower level is within its time (article 19).
    private static async Task<Refusal?> EarlierAsync(ZhuoluoContext db, RegisterPetition command, Act act, CancellationToken cancel)
    {
        if (command.EarlierNumber is not { } number || command.HasNewFacts)
        {
            return null;
        }
        var earlier = await db.Set<Petition>().Join(db.Set<Matter>().Where(m => m.Number == number), p => p.MatterId, m => m.Id, (p, m) => new { Petition = p, Matter = m })
            .FirstOrDefaultAsync(cancel);
        return earlier switch
        {
            null => new UnknownValue(nameof(command.EarlierNumber)),
            { Petition.Stage: PetitionStage.Final } => new NoLongerAccepted(number),
            { Matter: { IsOpen: true } open } when open.DueAt is null || open.DueAt > act.At => new BelowHandlesIt(number),
            _ => null,
        };
    }

    private static Task<string?> TakenAsync(ZhuoluoContext db, byte[]? print, CancellationToken cancel) => print is null
        ? Task.FromResult<string?>(null)
        : db.Set<Petition>().Where(p => p.NumberPrint == print).Join(db.Set<Matter>(), p => p.MatterId, m => m.Id, (_, m) => m.Number).FirstOrDefaultAsync(cancel);

    public static byte[] PrintOf(Vault vault, string system, string number) => vault.Fingerprint("petition-number", $"{system}\n{number.Trim().ToUpperInvariant()}");

    /// <summary>The number as it stands in the official system; null when none was given or its key is erased.</summary>
    public static string? NumberOf(Vault vault, Petition petition, SubjectKey? key) =>
        petition.NumberSealed is { } bytes && key is not null ? Encoding.UTF8.GetString(vault.Open(key, bytes, Bound(petition.MatterId))) : null;

    private static byte[] Bound(long matterId)
    {
        var bound = new byte[23];
        "petition-number"u8.CopyTo(bound);
        BinaryPrimitives.WriteInt64BigEndian(bound.AsSpan(15), matterId);
        return bound;
    }
}
