using System.Globalization;
using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Zhuoluo.Documents.Docx;

/// <summary>
/// A chart as word processors draw it themselves: sharp in print, and its values stand in the file as they were counted. There is no workbook behind it that
/// somebody could type other values into. Lines differ in dash and mark as well as in shade, for papers are printed in black.
/// </summary>
internal static class ChartDrawing
{
    private const uint AcrossId = 1;
    private const uint UpId = 2;
    private const int TextSize = 1_050;
    private const int MostPlaces = 3;
    private static readonly string[] _shades = ["1F4E8C", "C0562B", "5B6670", "2E7D4F"];
    private static readonly A.PresetLineDashValues[] _dashes = [A.PresetLineDashValues.Solid, A.PresetLineDashValues.Dash, A.PresetLineDashValues.Dot, A.PresetLineDashValues.DashDot];
    private static readonly C.MarkerStyleValues[] _marks = [C.MarkerStyleValues.Circle, C.MarkerStyleValues.Square, C.MarkerStyleValues.Triangle, C.MarkerStyleValues.Diamond];

    public static C.ChartSpace Space(Chart chart)
    {
        var plot = new C.PlotArea(new C.Layout(), chart.Kind == ChartKind.Bars ? Bars(chart) : Lines(chart), Across(chart), Up(chart));
        var drawn = new C.Chart(new C.AutoTitleDeleted { Val = true }, plot);
        if (chart.Series.Count > 1)
        {
            drawn.Append(new C.Legend(new C.LegendPosition { Val = C.LegendPositionValues.Bottom }, new C.Overlay { Val = false }));
        }
        drawn.Append(new C.PlotVisibleOnly { Val = true }, new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap });
        return new C.ChartSpace(new C.Date1904 { Val = false }, new C.RoundedCorners { Val = false }, drawn, new C.ShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())), Letters());
    }

    private static C.BarChart Bars(Chart chart) => new(
    [
        new C.BarDirection { Val = C.BarDirectionValues.Bar },
        new C.BarGrouping { Val = C.BarGroupingValues.Clustered },
        new C.VaryColors { Val = false },
        .. chart.Series.Select((s, i) => (OpenXmlElement)new C.BarChartSeries(
            new C.Index { Val = (uint)i }, new C.Order { Val = (uint)i }, Name(s),
            new C.ChartShapeProperties(Fill(i)), new C.InvertIfNegative { Val = false }, Labels(chart, isShown: true, C.DataLabelPositionValues.OutsideEnd), Marks(chart), Values(chart, s))),
        new C.GapWidth { Val = 60 },
        new C.AxisId { Val = AcrossId },
        new C.AxisId { Val = UpId },
    ]);

    // Numbers on every point of more than one line would lie over each other.
    private static C.LineChart Lines(Chart chart) => new(
    [
        new C.Grouping { Val = C.GroupingValues.Standard },
        new C.VaryColors { Val = false },
        .. chart.Series.Select((s, i) => (OpenXmlElement)new C.LineChartSeries(
            new C.Index { Val = (uint)i }, new C.Order { Val = (uint)i }, Name(s),
            new C.ChartShapeProperties(new A.Outline(Fill(i), new A.PresetDash { Val = _dashes[i % _dashes.Length] }) { Width = 22_225 }),
            new C.Marker(new C.Symbol { Val = _marks[i % _marks.Length] }, new C.Size { Val = 6 }, new C.ChartShapeProperties(Fill(i), new A.Outline(Fill(i)))),
            Labels(chart, chart.Series.Count == 1, C.DataLabelPositionValues.Top), Marks(chart), Values(chart, s), new C.Smooth { Val = false })),
        new C.ShowMarker { Val = true },
        new C.AxisId { Val = AcrossId },
        new C.AxisId { Val = UpId },
    ]);

    // Lying bars grow from below: turned round, the first stands on top.
    private static C.CategoryAxis Across(Chart chart) => new(
        new C.AxisId { Val = AcrossId },
        new C.Scaling(new C.Orientation { Val = chart.Kind == ChartKind.Bars ? C.OrientationValues.MaxMin : C.OrientationValues.MinMax }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = chart.Kind == ChartKind.Bars ? C.AxisPositionValues.Left : C.AxisPositionValues.Bottom },
        new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
        new C.ChartShapeProperties(new A.Outline(Solid("808080")) { Width = 9_525 }),
        new C.CrossingAxis { Val = UpId }, new C.Crosses { Val = C.CrossesValues.AutoZero });

    // Bars carry their numbers: a scale beside them would say them twice.
    private static C.ValueAxis Up(Chart chart)
    {
        var isBars = chart.Kind == ChartKind.Bars;
        var axis = new C.ValueAxis(
            new C.AxisId { Val = UpId },
            new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }, new C.MinAxisValue { Val = 0 }),
            new C.Delete { Val = isBars },
            new C.AxisPosition { Val = isBars ? C.AxisPositionValues.Bottom : C.AxisPositionValues.Left });
        if (!isBars)
        {
            axis.Append(new C.MajorGridlines(new C.ChartShapeProperties(new A.Outline(Solid("D9D9D9")) { Width = 6_350 })));
        }
        axis.Append(
            new C.NumberingFormat { FormatCode = Format(chart), SourceLinked = false },
            new C.MajorTickMark { Val = C.TickMarkValues.None }, new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
            new C.ChartShapeProperties(new A.Outline(new A.NoFill())),
            new C.CrossingAxis { Val = AcrossId }, new C.Crosses { Val = isBars ? C.CrossesValues.Maximum : C.CrossesValues.AutoZero });
        return axis;
    }

    private static C.SeriesText Name(ChartSeries series) => new(new C.NumericValue(series.Name));

    private static C.CategoryAxisData Marks(Chart chart) => new(new C.StringLiteral(
        [new C.PointCount { Val = (uint)chart.Marks.Count }, .. chart.Marks.Select((mark, i) => (OpenXmlElement)new C.StringPoint(new C.NumericValue(mark)) { Index = (uint)i })]));

    private static C.Values Values(Chart chart, ChartSeries series) => new(new C.NumberLiteral(
    [
        new C.FormatCode(Format(chart)),
        new C.PointCount { Val = (uint)series.Values.Count },
        .. series.Values.Select((value, i) => (OpenXmlElement)new C.NumericPoint(new C.NumericValue(value.ToString(CultureInfo.InvariantCulture))) { Index = (uint)i }),
    ]));

    private static C.DataLabels Labels(Chart chart, bool isShown, C.DataLabelPositionValues place) => isShown
        ? new C.DataLabels(
            new C.NumberingFormat { FormatCode = Format(chart), SourceLinked = false }, new C.ChartShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())), Letters(),
            new C.DataLabelPosition { Val = place },
            new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = true }, new C.ShowCategoryName { Val = false }, new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false })
        : new C.DataLabels(
            new C.ShowLegendKey { Val = false }, new C.ShowValue { Val = false }, new C.ShowCategoryName { Val = false }, new C.ShowSeriesName { Val = false }, new C.ShowPercent { Val = false }, new C.ShowBubbleSize { Val = false });

    // As many places as the value that needs most; a format with places that may be left out shows a point after whole numbers.
    private static string Format(Chart chart)
    {
        var places = Enumerable.Range(0, MostPlaces).FirstOrDefault(p => chart.Series.All(s => s.Values.All(v => Math.Round(v, p) == v)), MostPlaces);
        return places == 0 ? "#,##0" : "#,##0." + new string('0', places);
    }

    private static A.SolidFill Fill(int series) => Solid(_shades[series % _shades.Length]);

    private static A.SolidFill Solid(string shade) => new(new A.RgbColorModelHex { Val = shade });

    private static C.TextProperties Letters() => new(
        new A.BodyProperties(), new A.ListStyle(),
        new A.Paragraph(
            new A.ParagraphProperties(new A.DefaultRunProperties(Solid("000000"), new A.LatinFont { Typeface = Fonts.Latin }, new A.EastAsianFont { Typeface = Fonts.Body }) { FontSize = TextSize }),
            new A.EndParagraphRunProperties { Language = "zh-CN" }));
}
