using System.Collections.Concurrent;
using Microsoft.AspNetCore.Html;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Parts;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>The selects of the filter form, drawn once for each state of units, categories and drives, language and day.</summary>
internal sealed class FilterSelects
{
    private const int MostKept = 20;
    private static readonly ConcurrentDictionary<(long, string, string, DateOnly), FilterSelects> _kept = new();
    private readonly Texts _texts;
    private readonly FilterChoices _choices;

    private FilterSelects(Texts texts, FilterChoices choices)
    {
        (_texts, _choices) = (texts, choices);
        States = new OptionList(choices.States);
        Lights = new OptionList(choices.Lights);
        Kinds = new OptionList(choices.Kinds);
        UnitList = new OptionList(choices.Units());
        Towns = new OptionList(choices.Towns);
        Categories = new OptionList(choices.Categories);
        Channels = new OptionList(choices.Channels);
        Outcomes = new OptionList(choices.Outcomes);
        Traits = new OptionList(choices.Traits);
        Whose = new OptionList(choices.Whose);
        Drives = new OptionList(choices.Drives);
        ToUnits = new OptionList(choices.Units(), isFlat: true);
    }

    /// <summary>The units a matter can be sent to.</summary>
    public OptionList ToUnits { get; }
    private OptionList States { get; }
    private OptionList Lights { get; }
    private OptionList Kinds { get; }
    private OptionList UnitList { get; }
    private OptionList Towns { get; }
    private OptionList Categories { get; }
    private OptionList Channels { get; }
    private OptionList Outcomes { get; }
    private OptionList Traits { get; }
    private OptionList Whose { get; }
    private OptionList Drives { get; }

    public static FilterSelects Of(Texts texts, OfficesSnapshot offices, Catalogue catalogue, DateOnly today)
    {
        var key = (offices.Version, catalogue.Print, Languages.Current, today);
        if (!_kept.TryGetValue(key, out var selects))
        {
            if (_kept.Count >= MostKept)
            {
                _kept.Clear();
            }
            _kept[key] = selects = new FilterSelects(texts, new FilterChoices(texts, offices, catalogue, today));
        }
        return selects;
    }

    /// <summary>All of them in the order of the form, with what the filter says chosen.</summary>
    public IHtmlContent Draw(MatterFilter filter)
    {
        // A village is in the list only where it is asked for.
        var units = filter.Unit is { } unit && !UnitList.Has(unit) ? new OptionList(_choices.Units(unit)) : UnitList;
        var drawn = new HtmlContentBuilder();
        Add("state", States, filter.States.IsAny ? null : filter.States.ToString());
        Add("light", Lights, filter.Light is { } light ? Word<Light>.Of(light) : null);
        Add("kind", Kinds, filter.Kind is { } kind ? Word<MatterKind>.Of(kind) : null);
        Add("unit", units, filter.Unit);
        Add("town", Towns, filter.Town);
        Add("category", Categories, filter.Category);
        Add("channel", Channels, filter.Channel is { } channel ? Word<Channel>.Of(channel) : null);
        Add("outcome", Outcomes, filter.Outcome is { } outcome ? Word<MatterOutcome>.Of(outcome) : null);
        Add("with", Traits, filter.With is { } trait ? Word<Trait>.Of(trait) : null);
        Add("whose", Whose, filter.Whose == List.Whose.Anybody ? null : Word<Whose>.Of(filter.Whose));
        Add("drive", Drives, filter.Drive);
        return drawn;

        void Add(string name, OptionList options, string? chosen) => drawn.AppendHtml(options.Filter(_texts, name, "matters.filter." + name, chosen));
    }
}
