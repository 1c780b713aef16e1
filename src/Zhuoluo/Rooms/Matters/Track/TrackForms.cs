using System.ComponentModel.DataAnnotations;

namespace Zhuoluo.Rooms.Matters.Track;

internal sealed class TrackForm
{
    [Display(Name = "res.number"), Required, StringLength(20)]
    public string? Number { get; set; }

    [Display(Name = "res.code"), Required, StringLength(40)]
    public string? Code { get; set; }
}

internal sealed class ReplyForm
{
    [Display(Name = "res.reply.text"), Required, StringLength(2000)]
    public string? Text { get; set; }
}

internal sealed class ReasonForm
{
    [Display(Name = "res.reason"), Required, StringLength(1000, MinimumLength = 2)]
    public string? Reason { get; set; }
}
