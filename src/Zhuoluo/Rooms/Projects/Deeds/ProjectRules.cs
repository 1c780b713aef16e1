using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Deeds;

/// <summary>What follows from a deed. Pure: it reads the file and the act and changes nothing.</summary>
internal static class ProjectRules
{
    public static Outcome<ProjectRuling> Decide(ProjectFile file, ProjectDeed deed, Act act) =>
        ProjectGate.Refuse(file, deed, act) is { } refusal ? refusal : deed.Verb switch
        {
            ProjectVerb.PutOnList => ListRules.PutOn(file, act),
            ProjectVerb.TakeOffList => ListRules.TakeOff(file, deed, act),
            ProjectVerb.AskSlip => PleaRules.Ask(file, deed, act, PleaKind.Slip),
            ProjectVerb.AskPause => PleaRules.Ask(file, deed, act, PleaKind.Pause),
            ProjectVerb.AskCancel => PleaRules.Ask(file, deed, act, PleaKind.Cancel),
            ProjectVerb.ApproveSlip => PleaRules.Settle(file, deed, act, PleaKind.Slip, isGranted: true),
            ProjectVerb.RefuseSlip => PleaRules.Settle(file, deed, act, PleaKind.Slip, isGranted: false),
            ProjectVerb.ApprovePause => PleaRules.Settle(file, deed, act, PleaKind.Pause, isGranted: true),
            ProjectVerb.RefusePause => PleaRules.Settle(file, deed, act, PleaKind.Pause, isGranted: false),
            ProjectVerb.ApproveCancel => PleaRules.Settle(file, deed, act, PleaKind.Cancel, isGranted: true),
            ProjectVerb.RefuseCancel => PleaRules.Settle(file, deed, act, PleaKind.Cancel, isGranted: false),
            ProjectVerb.MeasureTarget => KeepingRules.Measure(file, deed, act),
            ProjectVerb.BookMoney => KeepingRules.Book(file, deed, act),
            ProjectVerb.ReachNode => KeepingRules.ReachNode(file, deed, act),
            ProjectVerb.GiveReason => KeepingRules.GiveReason(file, deed),
            ProjectVerb.GiveLeader => KeepingRules.GiveLeader(file, deed),
            ProjectVerb.Remind => LetterRules.Remind(file, deed, act),
            ProjectVerb.Close => ClosingRules.Close(file, deed, act),
            ProjectVerb.NoteObjection => ClosingRules.NoteObjection(file, deed, act),
            ProjectVerb.SettleObjection => ClosingRules.SettleObjection(file, deed, act),
            _ => Moves.Move(file, deed, act),
        };
}
