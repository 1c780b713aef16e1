using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Deeds;

/// <summary>Onto a list and off it. Off by approval and with a reason that is published (rules B5.3).</summary>
internal static class ListRules
{
    public static Outcome<ProjectRuling> PutOn(ProjectFile file, Act act)
    {
        if (file.Programme is not { } programme)
        {
            return new UnknownValue(nameof(ProjectDeed.ProgrammeId));
        }
        if (programme.EndedOn is not null)
        {
            return new ProgrammeOver();
        }
        if (file.Listings.Any(l => l.ProgrammeId == programme.Id && l.RemovedOn is null))
        {
            return new OnListAlready();
        }
        var listing = new Listing
        {
            Id = act.NewId(),
            ProgrammeId = programme.Id,
            ProjectId = file.Project.Id,
            Serial = file.LastSerial + 1,
            EnteredOn = LocalDay.Of(act.At),
        };
        return ProjectRuling.With(new ProjectListedV1(new Code(file.Project.Number), new Code(programme.Code), listing.Serial))
            .Make(listing)
            .Change(p => p.IsPublic |= programme.IsPublic);
    }

    public static Outcome<ProjectRuling> TakeOff(ProjectFile file, ProjectDeed deed, Act act)
    {
        if (file.Programme is not { } programme || file.Listings.FirstOrDefault(l => l.ProgrammeId == programme.Id && l.RemovedOn is null) is not { } listing)
        {
            return new NotOnList();
        }
        if (file.Listings.Count(l => l.RemovedOn is null) == 1)
        {
            return new LastList();
        }
        return ProjectRuling.With(new ProjectUnlistedV1(new Code(file.Project.Number), new Code(programme.Code)))
            .Do(() => (listing.RemovedOn, listing.RemovedReason) = (LocalDay.Of(act.At), deed.Text!.Trim()));
    }
}
