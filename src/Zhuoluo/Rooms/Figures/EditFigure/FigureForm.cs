using System.ComponentModel.DataAnnotations;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Figures.EditFigure;

/// <summary>A definition as it is typed: conditions and parts a line each.</summary>
internal sealed class FigureForm
{
    [Display(Name = "figures.key"), StringLength(40)]
    public string? Key { get; set; }

    [Display(Name = "figures.name"), Required, StringLength(FigureDefinition.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "figures.english"), StringLength(FigureDefinition.LongestName)]
    public string? English { get; set; }

    [Display(Name = "figures.aliases"), StringLength(300)]
    public string? Aliases { get; set; }

    [Display(Name = "figures.measure"), Required]
    public string? Measure { get; set; }

    [Display(Name = "figures.source")]
    public string? Source { get; set; }

    [Display(Name = "figures.amount"), StringLength(40)]
    public string? Amount { get; set; }

    [Display(Name = "figures.where"), StringLength(1000)]
    public string? Where { get; set; }

    [Display(Name = "figures.day"), StringLength(40)]
    public string? Day { get; set; }

    [Display(Name = "figures.of"), StringLength(1000)]
    public string? Of { get; set; }

    [Display(Name = "figures.excluded-key"), StringLength(40)]
    public string? Excluded { get; set; }

    [Display(Name = "figures.unit-of"), Required, StringLength(10)]
    public string? Unit { get; set; }

    [Display(Name = "figures.decimals"), Range(0, 3)]
    public int Decimals { get; set; }

    [Display(Name = "figures.note"), StringLength(300)]
    public string? Note { get; set; }

    [Display(Name = "figures.is-withdrawn")]
    public bool IsWithdrawn { get; set; }

    public static FigureForm From(FigureDefinition figure) => new()
    {
        Key = figure.Key,
        Name = figure.Name,
        English = figure.English,
        Aliases = string.Join('；', figure.Aliases),
        Measure = Word.Of(figure.Measure),
        Source = figure.Source,
        Amount = figure.Amount,
        Where = string.Join('\n', figure.Where.Select(w => $"{w.Key}={w.Value}")),
        Day = figure.Day,
        Of = string.Join('\n', figure.Of),
        Excluded = figure.Excluded,
        Unit = figure.Unit,
        Decimals = figure.Decimals,
        Note = figure.Note,
        IsWithdrawn = figure.IsWithdrawn,
    };

    /// <summary>As typed; a condition without an equals sign becomes one that no source knows, and is refused by name.</summary>
    public FigureDefinition Definition(FigureDefinition? before)
    {
        var measure = Word<FigureMeasure>.Read(Measure) ?? 0;
        var isCounted = measure is FigureMeasure.Count or FigureMeasure.Sum or FigureMeasure.Distinct;
        return new FigureDefinition
        {
            Key = before?.Key ?? Key?.Trim() ?? "",
            Name = Name ?? "",
            English = Choosing.Blank(English),
            Aliases = Choosing.Names(Aliases),
            Group = before?.Group ?? "own",
            Measure = measure,
            Source = isCounted ? Choosing.Blank(Source) : null,
            Amount = isCounted ? Choosing.Blank(Amount) : null,
            Where = isCounted ? Lines(Where).Select(l => l.Split('=', 2, StringSplitOptions.TrimEntries)).GroupBy(p => p[0]).ToDictionary(g => g.Key, g => g.Last().ElementAtOrDefault(1) ?? "") : new Dictionary<string, string>(),
            Day = isCounted ? Choosing.Blank(Day) : null,
            Of = measure is FigureMeasure.Rate or FigureMeasure.Total ? Lines(Of) : [],
            Excluded = measure == FigureMeasure.Rate ? Choosing.Blank(Excluded) : null,
            Unit = Unit ?? "",
            Decimals = Decimals,
            Note = Choosing.Blank(Note),
            Place = before?.Place,
            Answers = before?.Answers ?? [],
            IsWithdrawn = IsWithdrawn,
        };
    }

    private static string[] Lines(string? typed) => (typed ?? "").Split(['\n', '\r', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
