using System.ComponentModel.DataAnnotations;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.People;

/// <summary>One role over one subtree for a period, as typed.</summary>
internal class RoleForm
{
    [Display(Name = "org.role"), Required]
    public Role? Role { get; set; }

    [Display(Name = "org.unit"), Required]
    public long? UnitId { get; set; }

    [Display(Name = "org.from"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "org.to")]
    public DateOnly? To { get; set; }

    [Display(Name = "org.assignment")]
    public AssignmentKind Kind { get; set; } = AssignmentKind.Regular;

    [Display(Name = "org.home-unit")]
    public long? HomeUnitId { get; set; }

    /// <summary>Only after validation.</summary>
    public GiveRole For(long personId) => new(personId, Role!.Value, UnitId!.Value, From!.Value, To, Kind, HomeUnitId);
}
