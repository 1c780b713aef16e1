using System.ComponentModel.DataAnnotations;
using Zhuoluo.Rooms.Matters.Notice;
using Zhuoluo.Rooms.Matters.Telling;

namespace Zhuoluo.Rooms.Matters.Windows.Say;

/// <summary>As little as can be: what kind, the words, and a name only from who wants to give one (rules F1, article 6).</summary>
internal sealed class SayForm
{
    [Display(Name = "safe.say.tone"), Required]
    public Tone? Tone { get; set; }

    [Display(Name = "safe.say.text"), Required, StringLength(2000, MinimumLength = 2)]
    public string? Text { get; set; }

    [Display(Name = "safe.say.staff"), StringLength(50)]
    public string? Staff { get; set; }

    [Display(Name = "safe.say.name"), StringLength(50)]
    public string? Name { get; set; }

    [Display(Name = "safe.say.phone"), StringLength(30)]
    public string? Phone { get; set; }

    public TellForm Tell { get; set; } = new();

    public int? NoticeVersion { get; set; }

    public SayAtWindow Command(string token, string? onceKey) => new(token, Tone ?? default, Text ?? "")
    {
        StaffText = Staff,
        Contact = new Contact(Name, Phone, null) { Email = Tell.Email },
        Tell = Tell.Choice(),
        NoticeVersion = PrivacyNotice.HasBeen(NoticeVersion) ? NoticeVersion : null,
        OnceKey = onceKey,
    };
}
