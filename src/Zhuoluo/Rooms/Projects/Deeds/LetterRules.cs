using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Deeds;

/// <summary>
/// Blue reminder, orange warning, red order: each next step only when the answer to the one before is overdue; what is red may start at any
/// step (rules B3.4).
/// </summary>
internal static class LetterRules
{
    public static Outcome<ProjectRuling> Remind(ProjectFile file, ProjectDeed deed, Act act)
    {
        var today = LocalDay.Of(act.At);
        var last = file.Letters is [.., var latest] ? latest : null;
        var ranOut = last is not null && last.AnsweredOn is null && last.AnswerBy < today && deed.Letter <= last.Step + 1;
        if (deed.Letter != LetterStep.Blue && !ranOut && file.Project.Light != ProjectLight.Red)
        {
            return new LetterTooEarly();
        }
        var letter = new Letter
        {
            Id = act.NewId(),
            ProjectId = file.Project.Id,
            Step = deed.Letter!.Value,
            Text = deed.Text!.Trim(),
            IssuedOn = today,
            AnswerBy = deed.Until!.Value,
            IssuedByName = act.Who.Name,
        };
        return ProjectRuling.With(new ProjectRemindedV1(new Code(file.Project.Number), letter.Step, letter.AnswerBy)).Make(letter);
    }
}
