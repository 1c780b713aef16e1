using System.Globalization;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>What narrows a list now, each as a link to the list without it.</summary>
internal sealed record FilterChip(string Text, MatterFilter Without)
{
    public static IReadOnlyList<FilterChip> Of(MatterFilter filter, Texts texts, OfficesSnapshot offices, Catalogue catalogue)
    {
        var first = filter with { Page = 1 };
        var chips = new List<FilterChip>();
        void Add(string key, string? text, MatterFilter without)
        {
            if (text is not null)
            {
                chips.Add(new FilterChip(texts["matters.chip", texts["matters.filter." + key], text], without));
            }
        }

        Add("q", filter.Words, first with { Words = null });
        Add("number", filter.Number, first with { Number = null });
        Add("state", filter.States.IsAny ? null : texts.Name(filter.States), first with { States = default });
        Add("light", filter.Light is { } light ? texts.Name(light) : null, first with { Light = null });
        Add("with", filter.With is { } trait ? texts.Name(trait) : null, first with { With = null });
        Add("whose", filter.Whose == Whose.Anybody ? null : texts.Name(filter.Whose), first with { Whose = Whose.Anybody });
        Add("kind", filter.Kind is { } kind ? texts.Name(kind) : null, first with { Kind = null });
        Add("channel", filter.Channel is { } channel ? texts.Name(channel) : null, first with { Channel = null });
        Add("outcome", filter.Outcome is { } outcome ? texts.Name(outcome) : null, first with { Outcome = null });
        Add("unit", filter.Unit is { } unit ? Exactly(texts.Unit(offices, unit)) : null, first with { Unit = null });
        Add("town", filter.Town is { } town ? texts.Place(offices, town) : null, first with { Town = null, Place = null });
        Add("place", filter.Place is { } place ? texts.Place(offices, place) : null, first with { Place = null });
        Add("category", filter.Category is { } topic ? Exactly(texts.Category(catalogue, topic)) : null, first with { Category = null });
        Add("drive", filter.Drive is { } drive ? texts.Drive(catalogue, drive) : null, first with { Drive = null });
        Add("shift", filter.Shift is null ? null : texts["matters.shift.this"], first with { Shift = null });
        Add("month", filter.OpenedMonth?.ToString(), first with { OpenedMonth = null });
        Add("from", filter.OpenedFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), first with { OpenedFrom = null });
        Add("to", filter.OpenedTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), first with { OpenedTo = null });
        Add("closed", filter.ClosedMonth?.ToString(), first with { ClosedMonth = null });
        Add("due", filter.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), first with { Due = null });
        Add("confidential", filter.IsConfidential is { } only ? texts[only ? "matters.yes" : "matters.no"] : null, first with { IsConfidential = null });
        return chips;

        string Exactly(string name) => filter.IsExact ? texts["matters.exactly", name] : name;
    }
}
