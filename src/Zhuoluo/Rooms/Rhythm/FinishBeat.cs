using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Cadences;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>What was held or issued for a step of a cadence, and when: a title or a number, which is all the proof that is asked for (rules D1.3).</summary>
internal sealed record FinishBeat(long Id, DateOnly On, string? Proof);

internal sealed class FinishBeatHandler(Writer writer, Offices offices)
{
    public Task<Outcome<Beat>> HandleAsync(FinishBeat command, Act act, CancellationToken cancel) => writer.WriteAsync<Beat>(act, async work =>
    {
        if (await work.Db.Set<Beat>().SingleOrDefaultAsync(b => b.Id == command.Id, cancel) is not { } beat)
        {
            return new NotFound("beat");
        }
        if (Decide(beat, command, work.Act, offices.Current).IsRefused(out var refusal, out var proof))
        {
            return refusal;
        }
        await FinishAsync(work, beat, command.On, proof, offices.Current, cancel);
        return beat;
    }, cancel);

    internal static Outcome<string> Decide(Beat beat, FinishBeat command, Act act, OfficesSnapshot offices)
    {
        var path = offices.Unit(beat.UnitId)?.Path ?? "/";
        if (!Permissions.May(act.Who, Capability.ManageRhythm) && !Permissions.May(act.Who, Capability.HandleRhythm, path))
        {
            return new NotPermitted();
        }
        if (beat.DoneOn is not null)
        {
            return new BeatDone();
        }
        if (command.On > LocalDay.Of(act.At))
        {
            return new DoneInFuture();
        }
        return PlainText.Read(command.Proof, "Proof", Beat.LongestProof).IsRefused(out var refusal, out var proof) ? refusal
            : proof is null ? new Missing("Proof")
            : Outcome.Of(proof);
    }

    /// <summary>The one place where a beat becomes done: by hand, by a meeting that was held, by a bulletin or a sheet that was issued.</summary>
    internal static async Task FinishAsync(Work work, Beat beat, DateOnly on, string proof, OfficesSnapshot offices, CancellationToken cancel)
    {
        (beat.DoneOn, beat.Proof, beat.DoneByName) = (on, proof, work.Act.Who.Name);
        var code = await work.Db.Set<Cadence>().Where(c => c.Id == beat.CadenceId).Select(c => c.Code).SingleAsync(cancel);
        work.Record(
            new BeatFinishedV1(new Code(code), beat.Serial, beat.Kind, Code.OrNull(offices.Unit(beat.UnitId)?.Code), beat.Period, beat.DueOn, on),
            new Subject("beat", beat.Id));
    }
}
