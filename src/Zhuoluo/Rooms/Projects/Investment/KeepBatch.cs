using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Investment;

/// <summary>A round of batch starts as somebody wants it: new without an id, changed with one. Ordinal, kind, level and year stay what they were.</summary>
internal sealed record KeepBatch(int Ordinal, BatchKind Kind, PublicLevel Level, string Name, DateOnly HeldOn, long UnitId)
{
    public const int LastOrdinal = 100;

    public long? Id { get; init; }
    public string? Venue { get; init; }

    /// <summary>Numbers of its projects.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];
    public int ExpectedVersion { get; init; }
}

/// <summary>Answers with the id.</summary>
internal sealed class KeepBatchHandler(Writer writer, Offices offices)
{
    public Task<Outcome<long>> HandleAsync(KeepBatch asked, Act act, CancellationToken cancel) => writer.WriteAsync<long>(act, async work =>
    {
        if (Decide(asked, offices.Current, act).IsRefused(out var refusal, out var decided) || (await FindAsync(work, decided.Projects, cancel)).IsRefused(out refusal, out var projects))
        {
            return refusal;
        }
        if (decided.Id is not { } id)
        {
            return await work.Db.Set<BatchStart>().AnyAsync(b => b.Year == decided.HeldOn.Year && b.Level == decided.Level && b.Kind == decided.Kind && b.Ordinal == decided.Ordinal, cancel)
                ? new BatchTaken(decided.Ordinal)
                : await ApplyAsync(work, null, decided, projects, cancel);
        }
        if (await work.Db.Set<BatchStart>().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } batch)
        {
            return new NotFound("batch");
        }
        return !Permissions.May(act.Who, Capability.KeepInvestment, offices.Current.Unit(batch.UnitId)?.Path ?? "/") ? new NotPermitted()
            : decided.ExpectedVersion != 0 && decided.ExpectedVersion != batch.Version ? new ChangedMeanwhile("", act.At)
            : decided.HeldOn.Year != batch.Year ? new BatchOfYear(batch.Year)
            : await ApplyAsync(work, batch, decided, projects, cancel);
    }, cancel);

    public static Outcome<KeepBatch> Decide(KeepBatch asked, OfficesSnapshot offices, Act act)
    {
        if (offices.Unit(asked.UnitId) is not { } unit)
        {
            return new UnknownValue(nameof(asked.UnitId));
        }
        if (!Permissions.May(act.Who, Capability.KeepInvestment, unit.Path))
        {
            return new NotPermitted();
        }
        if (PlainText.Require(asked.Name, nameof(asked.Name), BatchStart.LongestName).IsRefused(out var refusal, out var name)
            || PlainText.Read(asked.Venue, nameof(asked.Venue), BatchStart.LongestName).IsRefused(out refusal, out var venue))
        {
            return refusal;
        }
        return asked.Ordinal is < 1 or > KeepBatch.LastOrdinal ? new UnknownValue(nameof(asked.Ordinal))
            : !Enum.IsDefined(asked.Kind) ? new UnknownValue(nameof(asked.Kind))
            : !Enum.IsDefined(asked.Level) ? new UnknownValue(nameof(asked.Level))
            : asked.Projects.Count > BatchStart.MostProjects ? new TooLong(nameof(asked.Projects), BatchStart.MostProjects)
            : asked with { Name = name, Venue = venue, Projects = [.. asked.Projects.Distinct()] };
    }

    private static async Task<Outcome<IReadOnlyList<long>>> FindAsync(Work work, IReadOnlyList<string> numbers, CancellationToken cancel)
    {
        var found = numbers.Count == 0 ? [] : await work.Db.Set<Project>().Where(p => numbers.Contains(p.Number)).Select(p => new { p.Id, p.Number }).ToListAsync(cancel);
        return numbers.Except(found.Select(p => p.Number)).FirstOrDefault() is { } unknown
            ? new NoProjectOfNumber(unknown, nameof(KeepBatch.Projects))
            : Outcome.Of<IReadOnlyList<long>>(found.ConvertAll(p => p.Id));
    }

    private static async Task<Outcome<long>> ApplyAsync(Work work, BatchStart? before, KeepBatch asked, IReadOnlyList<long> projects, CancellationToken cancel)
    {
        var batch = before ?? new BatchStart
        {
            Id = work.Act.NewId(),
            Year = asked.HeldOn.Year,
            Ordinal = asked.Ordinal,
            Kind = asked.Kind,
            Level = asked.Level,
            Name = asked.Name,
            HeldOn = asked.HeldOn,
            UnitId = asked.UnitId,
            Version = 0,
        };
        (batch.Name, batch.HeldOn, batch.Venue, batch.UnitId, batch.Version) = (asked.Name, asked.HeldOn, asked.Venue, asked.UnitId, batch.Version + 1);
        if (before is null)
        {
            work.Db.Add(batch);
        }
        await work.RunAsync("DELETE FROM batch_project WHERE batch_id = $1", cancel, batch.Id);
        work.Db.AddRange(projects.Select(p => new BatchProject { BatchId = batch.Id, ProjectId = p }));
        work.Record(new BatchKeptV1(batch.Year, batch.Ordinal, batch.Kind, batch.Level, batch.HeldOn, projects.Count, before is not null), new Subject("batch", batch.Id));
        return batch.Id;
    }
}
