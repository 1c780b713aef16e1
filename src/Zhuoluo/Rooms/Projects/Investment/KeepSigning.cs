using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Investment;

/// <summary>A signing event as somebody wants it: new without an id, changed with one. What was said of it is kept as it was said.</summary>
internal sealed record KeepSigning(string Name, DateOnly HeldOn, long UnitId)
{
    public const int MostStated = 1_000_000;

    public long? Id { get; init; }
    public string? Venue { get; init; }
    public int? StatedCount { get; init; }
    public long? StatedFen { get; init; }
    public IReadOnlyDictionary<AgreementType, int> StatedTypes { get; init; } = new Dictionary<AgreementType, int>();
    public bool IsPublic { get; init; }
    public int ExpectedVersion { get; init; }
}

/// <summary>Answers with the id.</summary>
internal sealed class KeepSigningHandler(Writer writer, Offices offices)
{
    public Task<Outcome<long>> HandleAsync(KeepSigning asked, Act act, CancellationToken cancel) => writer.WriteAsync<long>(act, async work =>
    {
        if (Decide(asked, offices.Current, act).IsRefused(out var refusal, out var decided))
        {
            return refusal;
        }
        var signing = decided.Id is { } id ? await work.Db.Set<SigningEvent>().SingleOrDefaultAsync(e => e.Id == id, cancel) : null;
        if (decided.Id is not null && signing is null)
        {
            return new NotFound("signing-event");
        }
        if (signing is not null && !Permissions.May(act.Who, Capability.KeepInvestment, offices.Current.Unit(signing.UnitId)?.Path ?? "/"))
        {
            return new NotPermitted();
        }
        if (signing is not null && decided.ExpectedVersion != 0 && decided.ExpectedVersion != signing.Version)
        {
            return new ChangedMeanwhile("", act.At);
        }
        return await ApplyAsync(work, signing, decided, cancel);
    }, cancel);

    public static Outcome<KeepSigning> Decide(KeepSigning asked, OfficesSnapshot offices, Act act)
    {
        if (offices.Unit(asked.UnitId) is not { } unit)
        {
            return new UnknownValue(nameof(asked.UnitId));
        }
        if (!Permissions.May(act.Who, Capability.KeepInvestment, unit.Path))
        {
            return new NotPermitted();
        }
        if (PlainText.Require(asked.Name, nameof(asked.Name), SigningEvent.LongestName).IsRefused(out var refusal, out var name)
            || PlainText.Read(asked.Venue, nameof(asked.Venue), SigningEvent.LongestName).IsRefused(out refusal, out var venue))
        {
            return refusal;
        }
        return asked.StatedCount is < 0 or > KeepSigning.MostStated ? new UnknownValue(nameof(asked.StatedCount))
            : asked.StatedFen < 0 ? new UnknownValue("StatedAmount")
            : asked.StatedTypes.Any(t => !Enum.IsDefined(t.Key) || t.Value is < 0 or > KeepSigning.MostStated) ? new UnknownValue(nameof(asked.StatedTypes))
            : asked with { Name = name, Venue = venue };
    }

    private async Task<long> ApplyAsync(Work work, SigningEvent? before, KeepSigning asked, CancellationToken cancel)
    {
        var signing = before ?? new SigningEvent { Id = work.Act.NewId(), Name = asked.Name, HeldOn = asked.HeldOn, UnitId = asked.UnitId, Version = 0 };
        (signing.Name, signing.HeldOn, signing.Venue, signing.UnitId) = (asked.Name, asked.HeldOn, asked.Venue, asked.UnitId);
        (signing.StatedCount, signing.StatedFen, signing.IsPublic, signing.Version) = (asked.StatedCount, asked.StatedFen, asked.IsPublic, signing.Version + 1);
        if (before is null)
        {
            work.Db.Add(signing);
        }
        await work.RunAsync("DELETE FROM signing_event_type WHERE event_id = $1", cancel, signing.Id);
        work.Db.AddRange(asked.StatedTypes.Where(t => t.Value > 0).Select(t => new StatedType { EventId = signing.Id, Type = t.Key, Count = t.Value }));
        work.Record(new SigningKeptV1(signing.HeldOn, Code.OrNull(offices.Current.Unit(signing.UnitId)?.Code), signing.StatedCount, signing.StatedFen, signing.IsPublic, before is not null), new Subject("signing", signing.Id));
        return signing.Id;
    }
}
