using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>What a person reads for the values of this room, in the language of the request.</summary>
internal static class MatterNames
{
    public static string Name(this Texts texts, MatterState state) => texts["state." + Word<MatterState>.Of(state)];

    public static string Name(this Texts texts, MatterKind kind) => texts["kind." + Word<MatterKind>.Of(kind)];

    public static string Name(this Texts texts, Channel channel) => texts["channel." + Word<Channel>.Of(channel)];

    public static string Name(this Texts texts, MatterOutcome outcome) => texts["outcome." + Word<MatterOutcome>.Of(outcome)];

    public static string Name(this Texts texts, Verb verb) => texts["verb." + Word<Verb>.Of(verb)];

    public static string Name(this Texts texts, Light light) => texts["light." + Word<Light>.Of(light)];

    public static string Name(this Texts texts, Trait trait) => texts["matters.with." + Word<Trait>.Of(trait)];

    public static string Name(this Texts texts, Whose whose) => texts["matters.whose." + Word<Whose>.Of(whose)];

    public static string Name(this Texts texts, StateSet states) => states.OneWord is { } word
        ? texts["state." + word]
        : string.Join(texts["matters.list-comma"], states.States.Select(s => texts.Name(s)));

    public static string Unit(this Texts texts, OfficesSnapshot offices, long? id) =>
        id is { } known && offices.Unit(known) is { } unit ? texts.Show(unit.Name) : texts["matters.no-unit"];

    public static string Unit(this Texts texts, OfficesSnapshot offices, string code) => code == MatterFilter.None ? texts["matters.no-unit"] : texts.Show(offices.UnitByCode(code)?.Name ?? code);

    public static string Place(this Texts texts, OfficesSnapshot offices, string code) => texts.Show(offices.Place(code)?.Name ?? code);

    public static string Category(this Texts texts, Catalogue catalogue, string code) =>
        code == MatterFilter.None ? texts["matters.not-sorted"] : texts.Show(catalogue.CategoryName(code));

    public static string Drive(this Texts texts, Catalogue catalogue, string code) =>
        code == MatterFilter.None ? texts["matters.no-drive"] : texts.Show(catalogue.Drive(code)?.Name ?? code);

    /// <summary>Town and village, or the one that is known.</summary>
    public static string TownAndPlace(this Texts texts, OfficesSnapshot offices, string town, string place) =>
        town == place ? texts.Place(offices, place) : texts.Place(offices, town) + " " + texts.Place(offices, place);

    /// <summary>The tone of a state's box.</summary>
    public static string Tone(this MatterState state) => state switch
    {
        MatterState.Registered or MatterState.AwaitingAssignment or MatterState.ReturnDisputed or MatterState.DeclineProposed or MatterState.AwaitingRequester => "wait",
        MatterState.Escalated => "bad",
        MatterState.Closed => "good",
        MatterState.Suspended => "plain",
        _ => state.IsOpen() ? "busy" : "plain",
    };

    public static string Tone(this MatterOutcome outcome) => outcome switch
    {
        MatterOutcome.Solved => "good",
        MatterOutcome.NotPossible => "wait",
        _ => "plain",
    };

    /// <summary>Green, yellow and red have a colour; standing still has none.</summary>
    public static string Colour(this Light light) => light switch
    {
        Light.Green => "green",
        Light.Yellow => "yellow",
        Light.Red => "red",
        _ => "none",
    };
}
