using System.ComponentModel.DataAnnotations;

namespace Zhuoluo.Rooms.Matters.Backlogs.ListBacklogs;

internal sealed class BacklogForm
{
    public long? Id { get; set; }

    [Display(Name = "backlog.code"), Required, StringLength(40)]
    public string? Code { get; set; }

    [Display(Name = "backlog.name"), Required, StringLength(KeepBacklog.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "backlog.unit"), Required]
    public long? UnitId { get; set; }

    [Display(Name = "backlog.scope"), Required, StringLength(KeepBacklog.LongestText)]
    public string? Scope { get; set; }

    [Display(Name = "backlog.rule"), Required, StringLength(KeepBacklog.LongestText)]
    public string? EntryRule { get; set; }

    [Display(Name = "backlog.public")]
    public bool IsPublic { get; set; }

    [Display(Name = "backlog.ended")]
    public bool IsEnded { get; set; }

    public static BacklogForm Of(Backlog backlog) => new()
    {
        Id = backlog.Id,
        Code = backlog.Code,
        Name = backlog.Name,
        UnitId = backlog.UnitId,
        Scope = backlog.Scope,
        EntryRule = backlog.EntryRule,
        IsPublic = backlog.IsPublic,
        IsEnded = backlog.EndedOn is not null,
    };

    public KeepBacklog Command() => new(Code!, Name!, UnitId!.Value, Scope!, EntryRule!) { Id = Id, IsPublic = IsPublic, IsEnded = IsEnded };
}
