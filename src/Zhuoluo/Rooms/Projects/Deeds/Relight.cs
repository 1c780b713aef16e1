using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Projects.Lights;

namespace Zhuoluo.Rooms.Projects.Deeds;

/// <summary>The light anew after a change, in the same transaction: a page never shows one that the records do not carry.</summary>
internal static class Relight
{
    public static void Now(Work work, ProjectFile file, Subject subject)
    {
        var (project, today) = (file.Project, LocalDay.Of(work.Act.At));
        Record(work, project, LightKeeping.Judge(project, file.Nodes, file.MoneyNow.Concat(file.Made.OfType<MoneyRow>()), file.Home, today, work.Act), subject);
    }

    public static void Record(Work work, Project project, LightChange? change, Subject subject)
    {
        if (change is not null)
        {
            work.Db.Add(change);
            work.Record(new ProjectLitV1(new Code(project.Number), change.Light, change.Causes, change.Behind), subject);
        }
    }
}
