using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Register;

internal sealed record UnknownPlace() : Refusal("unknown-place")
{
    public override string? Field => "PlaceCode";
}

/// <summary>A kind, channel or urgency that the lists do not have.</summary>
internal sealed record UnknownChoice(string FieldName) : Refusal("unknown-choice")
{
    public override string? Field => FieldName;
}

internal sealed record UnknownCategory() : Refusal("unknown-category")
{
    public override string? Field => "CategoryCode";
}


internal sealed record UnreadablePhone() : Refusal("unreadable-phone")
{
    public override string? Field => "Contact.Phone";
}

/// <summary>An e-mail address that no mail would reach.</summary>
internal sealed record BadContactMail() : Refusal("bad-contact-mail")
{
    public override string? Field => "Contact.Email";
}
