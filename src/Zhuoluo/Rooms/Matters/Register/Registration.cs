using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Mailing;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Register;

/// <summary>A matter that may be taken in: the command with every field read and checked.</summary>
/// <param name="Command">What was asked, with read texts.</param>
/// <param name="Title">Given, or the first words of the text.</param>
/// <param name="Place">The place that holds on the day of registration.</param>
/// <param name="OpenedOn">The day it was raised.</param>
/// <param name="IsConfidential">Reports always are; others when asked (rules A1.2, F5).</param>
internal sealed record Registration(RegisterMatter Command, string Title, Place Place, DateOnly OpenedOn, bool IsConfidential)
{
    public const int LongestText = 4000;
    public const int LongestTitle = 80;
    public const int LongestPlaceText = 200;
    public const int TitleLength = 30;
    private const int LongestName = 50;
    private const int LongestPhone = 30;

    public string TownCode => Place.Code.Length >= 9 ? Place.Code[..9] : Place.Code;

    public static Outcome<Registration> Decide(RegisterMatter command, OfficesSnapshot offices, bool isCategoryKnown, Act act)
    {
        var today = LocalDay.Of(act.At);
        if (!MayRegister(command, act.Who))
        {
            return new NotPermitted();
        }
        if (UnknownChoiceIn(command) is { } field)
        {
            return new UnknownChoice(field);
        }
        if (PlainText.Read(command.Text, nameof(command.Text), LongestText).IsRefused(out var refusal, out var text)
            || PlainText.Read(command.Title, nameof(command.Title), LongestTitle).IsRefused(out refusal, out var title)
            || PlainText.Read(command.PlaceText, nameof(command.PlaceText), LongestPlaceText).IsRefused(out refusal, out var placeText)
            || ReadContact(command.Contact).IsRefused(out refusal, out var contact))
        {
            return refusal;
        }
        if (text is null)
        {
            return new Missing(nameof(command.Text));
        }
        if (offices.PlaceOn(command.PlaceCode, today) is not { } place)
        {
            return new UnknownPlace();
        }
        if (!isCategoryKnown)
        {
            return new UnknownCategory();
        }
        var openedOn = command.OpenedOn ?? today;
        if (openedOn > today)
        {
            return new DayInFuture(nameof(command.OpenedOn));
        }
        // Urgent is a judgement of the staff; what a requester says about it is in the text.
        var urgency = act.Who.Kind == ActorKind.Requester ? Urgency.Ordinary : command.Urgency;
        var read = command with { Text = text, PlaceText = placeText, Contact = contact!, Urgency = urgency };
        return new Registration(
            read, title ?? PlainText.FirstWords(text, TitleLength), place, openedOn, command.Kind == MatterKind.Report || command.IsConfidential);
    }

    // A requester comes through the web or the API and belongs to no visit; everybody else needs the permission.
    private static bool MayRegister(RegisterMatter command, Actor who) => who.Kind == ActorKind.Requester
        ? command is { Channel: Channel.Web or Channel.Api, DriveId: null, VisitId: null, DutyShiftId: null }
        : Permissions.May(who, Capability.RegisterMatter);

    private static string? UnknownChoiceIn(RegisterMatter command) =>
        !Enum.IsDefined(command.Kind) ? nameof(command.Kind)
        : !Enum.IsDefined(command.Channel) ? nameof(command.Channel)
        : !Enum.IsDefined(command.Urgency) ? nameof(command.Urgency)
        : null;

    private static Outcome<Contact> ReadContact(Contact contact)
    {
        if (PlainText.Read(contact.Name, "Contact.Name", LongestName).IsRefused(out var refusal, out var name)
            || PlainText.Read(contact.Phone, "Contact.Phone", LongestPhone).IsRefused(out refusal, out var phone)
            || PlainText.Read(contact.Address, "Contact.Address", LongestPlaceText).IsRefused(out refusal, out var address))
        {
            return refusal;
        }
        var email = contact.Email?.Trim() is { Length: > 0 } typed ? typed : null;
        if (email is not null && !MailAddressText.IsGood(email))
        {
            return new BadContactMail();
        }
        return phone is not null && MatterContacts.DigitsOf(phone).Length is not (>= 7 and <= 15) ? new UnreadablePhone() : new Contact(name, phone, address) { Email = email };
    }
}
