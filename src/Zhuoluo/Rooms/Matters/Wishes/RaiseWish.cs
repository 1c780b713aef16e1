using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Wishes;

/// <summary>A wish as it comes in: from the one who wishes, or taken down at a doorstep.</summary>
internal sealed record RaiseWish(WishKind Kind, string Text, string TownCode)
{
    public Contact Contact { get; init; } = new(null, null, null);
    public string? OnceKey { get; init; }
}

/// <summary>Without a way to reach the one who wishes nobody can bring it.</summary>
internal sealed record NoWayToReach() : Refusal("no-way-to-reach")
{
    public override string? Field => "Phone";
}

internal sealed class RaiseWishHandler(Writer writer, Offices offices)
{
    // Wishes count in the same table as matters, in years that no matter will see.
    private const int Beyond = 10_000;

    public Task<Outcome<Receipt>> HandleAsync(RaiseWish command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => RaiseAsync(work, command, cancel), cancel);

    public static string CodeOf(Vault vault, Wish wish) => ReceiptCodes.CodeOf(vault, wish.Id, wish.Number);

    private async Task<Outcome<Receipt>> RaiseAsync(Work work, RaiseWish command, CancellationToken cancel)
    {
        var act = work.Act;
        // A requester's key is bound to what was written: the answer tells the code.
        var once = command.OnceKey is { Length: > 0 } key ? $"wish\n{act.Who.PersonId}\n{key}\n{command.Text}\n{command.Contact.Phone}" : null;
        if (once is not null && await work.DoneBeforeAsync(once, cancel) is { } earlier)
        {
            return ReceiptOf(work.Vault, await work.Db.Set<Wish>().SingleAsync(w => w.Id == earlier, cancel));
        }
        if (Decide(command, offices.Current, act).IsRefused(out var refusal, out var read))
        {
            return refusal;
        }
        var year = LocalDay.Of(act.At).Year;
        var subjectKey = work.Vault.NewKey(act);
        var id = act.NewId();
        var wish = new Wish
        {
            Id = id,
            Number = "W" + MatterNumbers.Write(year, await MatterNumbers.TakeAsync(work, Beyond + year, 1, cancel)),
            Kind = read.Kind,
            State = WishState.Raised,
            TownCode = read.TownCode,
            Text = read.Text,
            KeyId = subjectKey.Id,
            Sealed = WishContacts.Seal(work.Vault, subjectKey, id, "raised", read.Contact, act.Chance),
            OfficeId = offices.Current.UnitByCode(act.Who.Office)?.Id,
            RaisedAt = act.At,
        };
        work.Db.AddRange(subjectKey, wish, WishSteps.Of(wish, WishVerb.Raise, null, act, offices.Current));
        work.Record(new WishRaisedV1(wish.Kind, new Code(wish.TownCode)), new Subject("wish", wish.Id));
        if (once is not null)
        {
            work.RememberDone(once, wish.Id);
        }
        return ReceiptOf(work.Vault, wish);
    }

    public static Outcome<RaiseWish> Decide(RaiseWish command, OfficesSnapshot offices, Act act)
    {
        if (act.Who.Kind != ActorKind.Requester && !Permissions.May(act.Who, Capability.RegisterVisit))
        {
            return new NotPermitted();
        }
        if (!Enum.IsDefined(command.Kind))
        {
            return new UnknownChoice(nameof(command.Kind));
        }
        if (PlainText.Read(command.Text, nameof(command.Text), WishDeed.LongestText).IsRefused(out var refusal, out var text)
            || PlainText.Read(command.Contact.Name, "Name", 50).IsRefused(out refusal, out var name)
            || PlainText.Read(command.Contact.Phone, "Phone", 30).IsRefused(out refusal, out var phone)
            || PlainText.Read(command.Contact.Address, "Address", 200).IsRefused(out refusal, out var address))
        {
            return refusal;
        }
        if (text is null)
        {
            return new Missing(nameof(command.Text));
        }
        if (phone is null && address is null)
        {
            return new NoWayToReach();
        }
        if (offices.PlaceOn(command.TownCode, LocalDay.Of(act.At)) is not { Code.Length: >= 6 } place)
        {
            return new UnknownPlace();
        }
        return command with { Text = text, Contact = new Contact(name, phone, address), TownCode = place.Code.Length > 9 ? place.Code[..9] : place.Code };
    }

    private static Receipt ReceiptOf(Vault vault, Wish wish) => new(wish.Id, wish.Number, CodeOf(vault, wish), wish.RaisedAt, null);
}
