using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Wishes;

internal static class WishSteps
{
    public static WishStep Of(Wish wish, WishVerb verb, string? note, Act act, OfficesSnapshot offices) => new()
    {
        Id = act.NewId(),
        WishId = wish.Id,
        Verb = verb,
        At = act.At,
        ActorKind = act.Who.Kind,
        PersonId = act.Who.PersonId,
        PersonName = act.Who.Name,
        OfficeId = offices.UnitByCode(act.Who.Office)?.Id,
        Note = note,
    };
}
