using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects;

/// <summary>Opens a list or changes it. Answers with the id.</summary>
internal sealed class KeepProgrammeHandler(Writer writer, Offices offices)
{
    public Task<Outcome<long>> HandleAsync(KeepProgramme command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => KeepAsync(work, command, cancel), cancel);

    public static Outcome<KeepProgramme> Decide(KeepProgramme command, OfficesSnapshot offices, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ManageProjects))
        {
            return new NotPermitted();
        }
        if (PlainText.Read(command.Name, nameof(command.Name), KeepProgramme.LongestName).IsRefused(out var refusal, out var name)
            || PlainText.Read(command.EntryRule, nameof(command.EntryRule), KeepProgramme.LongestRule).IsRefused(out refusal, out var rule))
        {
            return refusal;
        }
        return name is null ? new Missing(nameof(command.Name))
            : Code.OrNull(command.Code) is null ? new UnknownValue(nameof(command.Code))
            : offices.Unit(command.UnitId) is null ? new UnknownValue(nameof(command.UnitId))
            : command.Year is < 1949 or > 2200 ? new UnknownValue(nameof(command.Year))
            : LightProfile.Find(command.LightProfile) is null ? new UnknownValue(nameof(command.LightProfile))
            : command.HigherTotal < 0 ? new UnknownValue(nameof(command.HigherTotal))
            : command.Id is not null && command.Id == command.ParentId ? new ProgrammeUnderItself()
            : command with { Name = name, EntryRule = rule ?? "" };
    }

    private async Task<Outcome<long>> KeepAsync(Work work, KeepProgramme asked, CancellationToken cancel)
    {
        if (Decide(asked, offices.Current, work.Act).IsRefused(out var refusal, out var command))
        {
            return refusal;
        }
        if (command.ParentId is { } parent && !await work.Db.Set<Programme>().AnyAsync(p => p.Id == parent, cancel))
        {
            return new UnknownValue(nameof(command.ParentId));
        }
        if (command.Id is not { } id)
        {
            return await work.Db.Set<Programme>().AnyAsync(p => p.Code == command.Code, cancel) ? new ProgrammeCodeTaken() : Open(work, command);
        }
        if (await work.Db.Set<Programme>().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } programme)
        {
            return new NotFound("programme");
        }
        if (command.ExpectedVersion != 0 && command.ExpectedVersion != programme.Version)
        {
            return new ChangedMeanwhile("", work.Act.At);
        }
        if (command.ParentId is { } above && await IsUnderAsync(work, above, id, cancel))
        {
            return new ProgrammeUnderItself();
        }
        Change(work, programme, command);
        return programme.Id;
    }

    private static async Task<bool> IsUnderAsync(Work work, long above, long id, CancellationToken cancel)
    {
        var parents = await work.Db.Set<Programme>().Select(p => new { p.Id, p.ParentId }).ToDictionaryAsync(p => p.Id, p => p.ParentId, cancel);
        for (long? up = above; up is { } at; up = parents.GetValueOrDefault(at))
        {
            if (at == id)
            {
                return true;
            }
        }
        return false;
    }

    private Outcome<long> Open(Work work, KeepProgramme command)
    {
        var programme = new Programme
        {
            Id = work.Act.NewId(),
            Code = command.Code,
            Name = command.Name,
            Kind = command.Kind,
            Level = command.Level,
            Year = command.Year,
            UnitId = command.UnitId,
            Source = command.Source,
            EntryRule = command.EntryRule!,
            LightProfile = command.LightProfile,
            Period = command.Period,
            ParentId = command.ParentId,
            HigherTotal = command.HigherTotal,
            IsDisjoint = command.IsDisjoint,
            IsPublic = command.IsPublic,
            OpenedOn = LocalDay.Of(work.Act.At),
        };
        work.Db.Add(programme);
        work.Record(new ProgrammeOpenedV1(new Code(programme.Code), programme.Kind, programme.Level, programme.Year, UnitCode(programme), programme.IsPublic), new Subject("programme", programme.Id));
        return programme.Id;
    }

    private void Change(Work work, Programme programme, KeepProgramme command)
    {
        (programme.Name, programme.Kind, programme.Level, programme.UnitId) = (command.Name, command.Kind, command.Level, command.UnitId);
        (programme.Source, programme.EntryRule, programme.LightProfile, programme.Period) = (command.Source, command.EntryRule!, command.LightProfile, command.Period);
        (programme.ParentId, programme.HigherTotal, programme.IsDisjoint, programme.IsPublic) = (command.ParentId, command.HigherTotal, command.IsDisjoint, command.IsPublic);
        programme.EndedOn = command.IsEnded ? programme.EndedOn ?? LocalDay.Of(work.Act.At) : null;
        programme.Version++;
        work.Record(new ProgrammeChangedV1(new Code(programme.Code), programme.Kind, programme.Level, UnitCode(programme), programme.IsPublic, programme.IsDisjoint, command.IsEnded),
            new Subject("programme", programme.Id));
    }

    private Code? UnitCode(Programme programme) => Code.OrNull(offices.Current.Unit(programme.UnitId)?.Code);
}
