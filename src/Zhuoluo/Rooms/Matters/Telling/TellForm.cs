using System.ComponentModel.DataAnnotations;
using Zhuoluo.Rooms.Matters.Mailing;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>The part of a form that asks how somebody wants to hear of it; drawn by /Rooms/Matters/Telling/_Fields.cshtml, empty where nothing is set up.</summary>
internal sealed class TellForm
{
    [Display(Name = "tell.mail"), StringLength(MailAddressText.Longest)]
    public string? Email { get; set; }

    [Display(Name = "tell.code")]
    public bool WithCode { get; set; }

    [Display(Name = "tell.sms")]
    public bool BySms { get; set; }

    public TellMe Choice(bool offersCode = false) => new(BySms, offersCode && WithCode, Languages.Current);
}
