namespace Zhuoluo.Documents;

/// <summary>
/// The measures of GB/T 9704-2012 in twips (1/20 pt; 1 mm = 56.69), half points where said. Source: rules E1.
/// </summary>
public static class Measures
{
    public const int PageWidth = 11_906;
    public const int PageHeight = 16_838;
    /// <summary>天头 37 mm, 订口 28 mm (5.2.1); bottom 35 mm and right 26 mm follow from the text area of 156 by 225 mm.</summary>
    public const int Top = 2_098;
    public const int Left = 1_587;
    public const int Bottom = 1_984;
    public const int Right = 1_474;
    public const int AreaWidth = 8_844;
    public const int AreaHeight = 12_756;

    public const int LinesOnPage = 22;
    public const int CharactersOnLine = 28;
    /// <summary>28.95 pt: at 29 pt the 22nd line no longer fits into 225 mm.</summary>
    public const int Line = 579;
    /// <summary>
    /// Added to each 16 pt character: 156 mm / 28 is 15.79 pt, and without it only 27 fit. A grid of characters in the section would say the same to one
    /// word processor, but another gives a 16 pt character two cells of 15.79 pt; spacing of runs is read alike by both (rules E1.1).
    /// </summary>
    public const int CharacterSpacing = -5;
    public const int TitleLine = 660;

    /// <summary>From the text area's top to the top of the issuing body's mark (7.2.4).</summary>
    public const int MarkDrop = 1_984;
    /// <summary>4 mm between number and red line (7.2.7), in whole points as borders count.</summary>
    public const uint RedLineGapPoints = 11;
    /// <summary>In eighths of a point.</summary>
    public const uint RedLineWeight = 16;
    /// <summary>0.35 mm for the first and last rule of the imprint, 0.25 mm between (7.4), in eighths of a point.</summary>
    public const uint ImprintOuterRule = 8;
    public const uint ImprintInnerRule = 6;
    /// <summary>From the paper's edge to the footer's, so that the dash lies 7 mm below the text area (7.5).</summary>
    public const int Footer = 1_440;
    public const int Header = 851;

    /// <summary>Sizes in half points: 2号 22 pt, 3号 16 pt, 4号 14 pt.</summary>
    public const int SizeTwo = 44;
    public const int SizeThree = 32;
    public const int SizeFour = 28;
}
