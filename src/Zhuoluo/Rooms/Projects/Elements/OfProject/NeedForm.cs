using System.ComponentModel.DataAnnotations;

namespace Zhuoluo.Rooms.Projects.Elements.OfProject;

/// <summary>What is asked for, to whom it is given or how it is answered, as typed.</summary>
internal sealed class NeedForm
{
    public long? Id { get; set; }

    public int Version { get; set; }

    [Display(Name = "project.need.kind")]
    public string? Kind { get; set; }

    [Display(Name = "project.need.text"), StringLength(ElementNeed.LongestText)]
    public string? Text { get; set; }

    [Display(Name = "project.need.due")]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "project.need.unit")]
    public long? UnitId { get; set; }

    [Display(Name = "project.do.on")]
    public DateOnly? On { get; set; }

    [Display(Name = "project.need.result")]
    public string? Result { get; set; }
}
