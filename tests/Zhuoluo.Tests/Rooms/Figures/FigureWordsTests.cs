using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Shell;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;
using Zhuoluo.Tests.Shell;

namespace Zhuoluo.Tests.Rooms.Figures;

/// <summary>How a figure is counted is said with the names that people know, in their language, and its unit too.</summary>
public sealed class FigureWordsTests
{
    private static readonly Texts _texts = Texts.Load(Sources.Texts);
    private static readonly FigureDefinition _figure = new()
    {
        Key = "own.lamps",
        Name = "路灯诉求",
        English = "Lamps",
        Unit = "件",
        Measure = FigureMeasure.Count,
        Source = "matters",
        Where = new Dictionary<string, string> { ["drive"] = "wan-jia", ["category"] = "gone", ["stage"] = "open" },
    };

    [Theory, EachDatabase]
    public async Task Codes_are_called_by_their_names_and_a_code_that_is_no_more_stays(Db db)
    {
        await using var house = await TestHouse.OpenAsync(db);
        await house.InsertAsync(
        [
            new Drive { Id = 1, Code = "wan-jia", Name = "书记进万家", Kind = DriveKind.HouseholdVisits, From = new(2026, 1, 1) },
            new Category { Code = "lamp", Name = "路灯", StandardRef = "county", ValidFrom = new(2020, 1, 1) },
        ]);
        var sources = house.Services.GetRequiredService<FigureSources>();
        var listed = _figure with { Source = "targets", Measure = FigureMeasure.Sum, Amount = "reached", Where = new Dictionary<string, string> { ["list"] = "practical-2026", ["unit"] = "亩" } };
        var plan = _figure with { Source = "plan-tasks", Where = new Dictionary<string, string> { ["plan"] = "none" } };
        var names = await house.ReadAsync(r => FigureNames.ReadAsync(r, sources, [_figure, listed, plan], default));
        string Said(string language, FigureDefinition figure) => In(language, () => _texts.HowCounted(figure, new FigureShelf([figure]), sources, names));

        Assert.Equal("统计诉求的个数；只计类别为“gone”的；只计活动为“书记进万家”的；只计阶段为“在办”的；按当前状态，不分期间；不含保密事项；单位为件。", Said(Languages.Simplified, _figure));
        Assert.Contains("“書記進萬家”", Said(Languages.Traditional, _figure), StringComparison.Ordinal);
        Assert.EndsWith("in matters.", Said(Languages.English, _figure), StringComparison.Ordinal);
        Assert.Contains("“practical-2026”", Said(Languages.English, listed), StringComparison.Ordinal);
        Assert.Contains("“mu”", Said(Languages.English, listed), StringComparison.Ordinal);
        var all = await house.ReadAsync(r => FigureNames.AllAsync(r, sources, default));
        Assert.Equal([("lamp", "路灯")], all.Of(sources.Trait(_figure, "category")!));
        Assert.Empty(all.Of(sources.Trait(plan, "plan")!));
    }

    [Theory]
    [InlineData("件", "2", "matters", "件")]
    [InlineData("件", "1", "matter", "件")]
    [InlineData("件", "1.5", "matters", "件")]
    [InlineData("件", null, "matters", "件")]
    [InlineData("人次", "0", "person-times", "人次")]
    [InlineData("亩", "1", "mu", "畝")]
    [InlineData("%", "94.69", "%", "%")]
    [InlineData("头牛", "3", "头牛", "頭牛")]
    public void A_unit_is_said_in_the_language_and_one_has_a_word_of_its_own(string unit, string? value, string english, string traditional)
    {
        var number = value is null ? (decimal?)null : decimal.Parse(value, CultureInfo.InvariantCulture);
        Assert.Equal(english, In(Languages.English, () => _texts.Measure(unit, number)));
        Assert.Equal(traditional, In(Languages.Traditional, () => _texts.Measure(unit, number)));
        Assert.Equal(unit, In(Languages.Simplified, () => _texts.Measure(unit, number)));
    }

    [Fact]
    public void Every_unit_of_the_catalogue_has_words_and_the_chinese_one_is_itself()
    {
        Assert.Empty(ShippedFigures.All.Select(f => f.Unit).Distinct().Except(MeasureWords.All.Keys));
        Assert.All(MeasureWords.All, m => Assert.Equal(m.Key, _texts["figures.measure-word." + m.Value]));
        Assert.Equal(MeasureWords.All.Count, MeasureWords.All.Values.Distinct().Count());
    }

    [Fact]
    public async Task The_page_and_the_call_say_it()
    {
        await using var house = await StaffSite.OpenAsync();
        using var supervisor = await house.Site.SignInAsync(Role.Supervisor, Town.County.Id);
        await house.Site.Services.GetRequiredService<KeepDriveHandler>().HandleAsync(new KeepDrive("wan-jia", "书记进万家", DriveKind.HouseholdVisits, new(2026, 1, 1), null), house.Site.Operator(), default);
        await house.Site.Services.GetRequiredService<DefineFigureHandler>().HandleAsync(_figure, house.Site.Operator(), default);

        var page = (await supervisor.PageAsync("/figures/own.lamps?lang=en")).QuerySelector("main")!.TextContent;
        Assert.Contains("“书记进万家”", page, StringComparison.Ordinal);
        Assert.Contains("0 matters", page, StringComparison.Ordinal);
        Assert.Contains("书记进万家", await supervisor.GetStringAsync("/api/v1/figures/own.lamps"), StringComparison.Ordinal);
        Assert.Contains("drive=wan-jia", (await supervisor.PageAsync("/figures/edit")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static T In<T>(string language, Func<T> ask)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new CultureInfo(language);
        try
        {
            return ask();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
