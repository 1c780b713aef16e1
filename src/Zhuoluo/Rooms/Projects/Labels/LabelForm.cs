using System.ComponentModel.DataAnnotations;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Labels;

internal sealed class LabelForm
{
    private const int LongestGroups = 4000;

    public long? Id { get; set; }

    public int Version { get; set; }

    [Display(Name = "project.label.code"), Required, StringLength(40)]
    public string? Code { get; set; }

    [Display(Name = "project.label.name"), Required, StringLength(SchemeLabel.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "project.label.source"), StringLength(SchemeLabel.LongestName)]
    public string? Source { get; set; }

    [Display(Name = "project.label.from"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "project.label.groups"), Required, StringLength(LongestGroups)]
    public string? Groups { get; set; }

    [Display(Name = "project.label.ended")]
    public bool IsEnded { get; set; }

    public static LabelForm Of(LabelShown shown) => new()
    {
        Id = shown.Label.Id,
        Version = shown.Label.Version,
        Code = shown.Label.Code,
        Name = shown.Label.Name,
        Source = shown.Label.Source,
        From = shown.Label.From,
        Groups = string.Join('\n', shown.Groups.Select(g => LabelLines.Write(g.Group, g.Members.Select(m => m.Member)))),
        IsEnded = shown.Label.EndedOn is not null,
    };

    public Outcome<KeepLabel> Command() => LabelLines.Read(Groups).Then(groups => new KeepLabel(Code!, Name!, From!.Value, groups)
    {
        Id = Id,
        Source = Source,
        IsEnded = IsEnded,
        ExpectedVersion = Version,
    });
}
