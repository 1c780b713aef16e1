namespace Zhuoluo.Rooms.Projects.Deeds;

/// <summary>Which buttons are shown: no where the answer is already known to be no. The gate and the rules have the last word.</summary>
internal static class ProjectOffering
{
    public static bool IsOpenTo(ProjectVerb verb, ProjectFile file) => verb switch
    {
        ProjectVerb.AskSlip => file.Asked(PleaKind.Slip) is null,
        ProjectVerb.ApproveSlip or ProjectVerb.RefuseSlip => file.Asked(PleaKind.Slip) is not null,
        ProjectVerb.AskPause => file.Asked(PleaKind.Pause) is null,
        ProjectVerb.ApprovePause or ProjectVerb.RefusePause => file.Asked(PleaKind.Pause) is not null,
        ProjectVerb.AskCancel => file.Asked(PleaKind.Cancel) is null,
        ProjectVerb.ApproveCancel or ProjectVerb.RefuseCancel => file.Asked(PleaKind.Cancel) is not null,
        ProjectVerb.ReachNode => file.Nodes.Any(n => n.ReachedOn is null),
        ProjectVerb.MeasureTarget => file.TargetsNow.Any(),
        ProjectVerb.BookMoney => file.MoneyNow.Any(),
        ProjectVerb.SettleObjection => file.Project.OpenObjections > 0,
        ProjectVerb.TakeOffList => file.Listings.Count(l => l.RemovedOn is null) > 1,
        _ => true,
    };
}
