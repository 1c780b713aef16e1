using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>Sets what kind of matter it is, of what topic, how urgent, where. Another limit then holds, counted from the same start.</summary>
internal static class SortMatter
{
    private const int LongestTitle = 80;

    public static Outcome<Ruling> Decide(CaseFile file, Deed deed, Act act)
    {
        if (Refuse(file, deed, act) is { } refusal)
        {
            return refusal;
        }
        var matter = file.Matter;
        var kind = deed.Kind ?? matter.Kind;
        var urgency = deed.Urgency ?? matter.Urgency;
        var category = deed.CategoryCode ?? matter.CategoryCode;
        var ruling = Ruling.With(new MatterSortedV1(matter.IsConfidential ? null : kind, matter.IsConfidential ? null : Code.OrNull(category), urgency))
            .Change(m =>
            {
                (m.Kind, m.Urgency, m.CategoryCode) = (kind, urgency, category);
                m.Title = deed.Title?.Trim() ?? m.Title;
                m.PlaceCode = deed.PlaceCode ?? m.PlaceCode;
                m.TownCode = deed.PlaceCode is { } place ? file.Offices.TownOf(place)?.Code ?? place[..6] : m.TownCode;
            });
        var limit = file.TimesFor(kind, urgency).Handle;
        return file.Running is { Stage: not ClockStage.Forward } running && running.Limit != limit.ToString()
            ? ruling.Stop(running.Stage, act.At).Start(running.Stage, limit, running.StartAt, act)
            : ruling;
    }

    private static Refusal? Refuse(CaseFile file, Deed deed, Act act)
    {
        if (deed is { Kind: null, Urgency: null, CategoryCode: null, PlaceCode: null } && string.IsNullOrWhiteSpace(deed.Title))
        {
            return new NothingSorted();
        }
        return deed.Kind is { } kind && !Enum.IsDefined(kind) ? new UnknownValue("kind")
            : deed.Urgency is { } urgency && !Enum.IsDefined(urgency) ? new UnknownValue("urgency")
            : deed.CategoryCode is { } code && !IsTopic(file.Category, code, LocalDay.Of(act.At)) ? new UnknownValue("categoryCode")
            : deed.PlaceCode is { } place && file.Offices.Place(place) is null ? new UnknownValue("placeCode")
            : deed.Title?.Trim().Length > LongestTitle ? new TooLong("title", LongestTitle)
            : null;
    }

    private static bool IsTopic(Category? category, string code, DateOnly today) =>
        category?.Code == code && category.ValidFrom <= today && (category.ValidTo is not { } last || today <= last);
}
