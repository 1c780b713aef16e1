using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Cadences;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>Opens a cadence or makes its next edition, and prepares what is near; answers with its id.</summary>
internal sealed class KeepCadenceHandler(Writer writer, Offices offices, CalendarsDoor calendars)
{
    public Task<Outcome<long>> HandleAsync(KeepCadence command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => KeepAsync(work, command, cancel), cancel);

    private async Task<Outcome<long>> KeepAsync(Work work, KeepCadence command, CancellationToken cancel)
    {
        if (CadenceRules.Decide(command, work.Act, offices.Current).IsRefused(out var refusal, out var wanted))
        {
            return refusal;
        }
        var cadence = await work.Db.Set<Cadence>().SingleOrDefaultAsync(c => wanted.Id == null ? c.Code == wanted.Code : c.Id == wanted.Id, cancel);
        if (wanted.Id is null && cadence is not null)
        {
            return new CadenceTaken();
        }
        if (wanted.Id is not null && cadence is null)
        {
            return new NotFound("cadence");
        }
        if (cadence is null)
        {
            cadence = new Cadence { Id = work.Act.NewId(), Code = wanted.Code, Every = wanted.Every, OfficeId = wanted.OfficeId, From = wanted.From, Edition = 1 };
            work.Db.Add(cadence);
        }
        else
        {
            (cadence.OfficeId, cadence.Edition, cadence.Version) = (wanted.OfficeId, cadence.Edition + 1, cadence.Version + 1);
            cadence.EndedOn = wanted.IsEnded ? cadence.EndedOn ?? LocalDay.Of(work.Act.At) : null;
        }
        var plan = Write(work, cadence, wanted);
        work.Record(
            new CadenceSetV1(new Code(cadence.Code), cadence.Every, cadence.Edition, wanted.Steps.Count, wanted.UnitIds.Count, cadence.EndedOn is not null),
            new Subject("cadence", cadence.Id));
        await BeatsPrepared.AddAsync(work, cadence, plan, calendars.Calendar, offices.Current, cancel);
        return cadence.Id;
    }

    private static CadencePlan Write(Work work, Cadence cadence, KeepCadence wanted)
    {
        var edition = new CadenceEdition
        {
            Id = work.Act.NewId(),
            CadenceId = cadence.Id,
            Number = cadence.Edition,
            Name = wanted.Name,
            MadeAt = work.Act.At,
            MadeByName = work.Act.Who.Name,
        };
        List<CadenceStep> steps = [.. wanted.Steps.Select((s, i) => new CadenceStep { EditionId = edition.Id, Serial = i + 1, Kind = s.Kind, Name = s.Name, Day = s.Day })];
        work.Db.Add(edition);
        work.Db.AddRange(steps);
        work.Db.AddRange(wanted.UnitIds.Select(u => new CadenceUnit { EditionId = edition.Id, UnitId = u }));
        return new CadencePlan(edition, steps, wanted.UnitIds);
    }
}
