using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Foundation;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Disclosure;

/// <summary>What the filter of a public list offers: choices that exist, the chosen ones as links that take them away.</summary>
internal sealed record FilterForm(PublicFilter Filter, Lookup Lookup, string Address, bool HasWords)
{
    public IEnumerable<(string Text, string Href)> Chosen(Texts texts)
    {
        var f = Filter with { Page = 1 };
        (string? Text, PublicFilter Without)[] chosen =
        [
            (f.Words is { } words ? $"“{words}”" : null, f with { Words = null }),
            (f.Kind is { } kind ? texts[PublicWords.Of(kind)] : null, f with { Kind = null }),
            (f.State is { } state ? texts[StateWords.KeyOf(state)] : null, f with { State = null }),
            (f.Outcome is { } outcome ? texts[PublicWords.Of(outcome)] : null, f with { Outcome = null }),
            (f.IsLate ? texts["pub.state.late"] : null, f with { IsLate = false }),
            (f.With is { } with ? texts["pub.standing." + Word.Of(with)] : null, f with { With = null }),
            (f.Channel is { } channel ? texts[PublicWords.Of(channel)] : null, f with { Channel = null }),
            (f.Town is { } town ? texts.Show(Lookup.PlaceName(town)) : null, f with { Town = null }),
            (f.Unit is { } unit ? texts.Show(Lookup.Offices.UnitByCode(unit)?.Name ?? unit) : null, f with { Unit = null }),
            (f.Category is { } category ? texts.Show(Lookup.CategoryName(category)) : null, f with { Category = null }),
            (f.Drive is { } drive ? texts.Show(Lookup.Drive(drive)?.Name ?? drive) : null, f with { Drive = null }),
            (f.Month is { } month ? texts["pub.filter.opened-in", month] : null, f with { Month = null }),
            (f.ClosedMonth is { } closed ? texts["pub.filter.closed-in", closed] : null, f with { ClosedMonth = null }),
            (f.From is { } from ? texts["pub.filter.from", $"{from:yyyy-MM-dd}"] : null, f with { From = null }),
            (f.To is { } to ? texts["pub.filter.to", $"{to:yyyy-MM-dd}"] : null, f with { To = null }),
        ];
        return chosen.Where(c => c.Text is not null).Select(c => (c.Text!, c.Without.At(Address)));
    }

    public IEnumerable<(string Text, string Href, bool IsOn)> Kinds(Texts texts) =>
        Enum.GetValues<MatterKind>().Select(k => (texts[PublicWords.Of(k)], (Filter with { Kind = k, Page = 1 }).At(Address), Filter.Kind == k));

    public IEnumerable<SelectListItem> States(Texts texts) =>
        new[] { StateWords.Open, Word.Of(MatterState.Closed), StateWords.WithoutHandlingWord }
            .Select(w => new SelectListItem(texts[StateWords.KeyOf(w)], w, w == Filter.State));

    public IEnumerable<SelectListItem> Outcomes(Texts texts) => Enum.GetValues<MatterOutcome>().Where(o => o != MatterOutcome.None)
        .Select(o => new SelectListItem(texts[PublicWords.Of(o)], Word.Of(o), o == Filter.Outcome));

    public IEnumerable<SelectListItem> Towns(Texts texts)
    {
        var today = LocalDay.Of(Lookup.Now);
        return Lookup.Offices.Places.Where(p => p.Code.Length == 9 && p.IsValidOn(today))
            .Select(p => new SelectListItem(texts.Show(p.Name), p.Code, p.Code == Filter.Town));
    }

    /// <summary>Departments and towns; what lies below them is in.</summary>
    public IEnumerable<SelectListItem> Units(Texts texts) =>
        Lookup.Offices.Units.Where(u => u.Kind is UnitKind.Department or UnitKind.Town || u.Code == Filter.Unit)
            .Select(u => new SelectListItem(texts.Show(u.Name), u.Code, u.Code == Filter.Unit));

    public IEnumerable<SelectListItem> Categories(Texts texts) => Lookup.Categories.Where(c => c.ParentCode is null || c.Code == Filter.Category)
        .Select(c => new SelectListItem(texts.Show(c.Name), c.Code, c.Code == Filter.Category));
}

/// <summary>Rows to draw and the names for their codes.</summary>
internal sealed record Shelf(IReadOnlyList<PublicRow> Rows, Lookup Lookup)
{
    /// <summary>What was looked for, to be marked; null without words.</summary>
    public SearchQuery? Query { get; init; }

    /// <summary>The released texts in which it may stand.</summary>
    public IReadOnlyDictionary<long, string> Texts { get; init; } = new Dictionary<long, string>();
}
