using System.ComponentModel.DataAnnotations;
using Zhuoluo.Rooms.Matters.Notice;
using Zhuoluo.Rooms.Matters.Telling;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Submit;

/// <summary>What a resident fills in. Nothing but kind, words and town is asked for; who it is stays their choice (rules F1, article 6).</summary>
internal sealed class SubmitForm
{
    [Display(Name = "res.submit.kind"), Required]
    public MatterKind? Kind { get; set; }

    [Display(Name = "res.submit.text"), Required, StringLength(4000, MinimumLength = 5)]
    public string? Text { get; set; }

    [Display(Name = "res.submit.town"), Required]
    public string? PlaceCode { get; set; }

    [Display(Name = "res.submit.village"), StringLength(40)]
    public string? Village { get; set; }

    [Display(Name = "res.submit.where"), StringLength(150)]
    public string? PlaceText { get; set; }

    [Display(Name = "res.submit.anonymous")]
    public bool IsAnonymous { get; set; }

    [Display(Name = "res.submit.name"), StringLength(50)]
    public string? Name { get; set; }

    [Display(Name = "res.submit.phone"), StringLength(30)]
    public string? Phone { get; set; }

    public TellForm Tell { get; set; } = new();

    [Display(Name = "res.submit.confidential")]
    public bool IsConfidential { get; set; }

    /// <summary>The version of the notice on the page that was filled in.</summary>
    public int? NoticeVersion { get; set; }

    public RegisterMatter Command(OfficesSnapshot offices, string? onceKey)
    {
        var village = Village?.Trim();
        // A village that exists once in the town becomes the place; any other word stays as it was written.
        var found = string.IsNullOrEmpty(village) || PlaceCode is null ? [] : offices.PlacesNamed(village, PlaceCode);
        var where = found.Count == 1 ? PlaceText : string.Join(' ', new[] { village, PlaceText }.Where(w => !string.IsNullOrWhiteSpace(w)));
        return new RegisterMatter(Kind ?? default, Channel.Web, Text ?? "", found is [var place] ? place.Code : PlaceCode ?? "")
        {
            PlaceText = where,
            Contact = IsAnonymous ? new Contact(null, null, null) : new Contact(Name, Phone, null) { Email = Tell.Email },
            Tell = IsAnonymous ? null : Tell.Choice(offersCode: true),
            IsConfidential = IsConfidential,
            NoticeVersion = PrivacyNotice.HasBeen(NoticeVersion) ? NoticeVersion : null,
            OnceKey = onceKey,
        };
    }
}
