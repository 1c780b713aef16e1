using System.ComponentModel.DataAnnotations;

namespace Zhuoluo.Rooms.Matters.Wishes;

/// <summary>Somebody who wants to give: reached by the coordinators, shown to nobody else.</summary>
internal sealed class GiveForm
{
    [Required]
    public string? Number { get; set; }

    [Display(Name = "wish.give.name"), Required, StringLength(50)]
    public string? Name { get; set; }

    [Display(Name = "wish.give.phone"), Required, StringLength(30)]
    public string? Phone { get; set; }
}
