using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.AreaMap;
using Zhuoluo.Shell.Charts;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Views;

public sealed class AreaMapTests
{
    private const string Square = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"360821101","name":"<b>"},"geometry":{"type":"Polygon","coordinates":[[[114,27],[115,27],[115,28],[114,28],[114,27]]]}}]}""";

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"features\":[]}")]
    [InlineData("{\"features\":[{}]}")]
    [InlineData("{\"features\":[{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}")]
    [InlineData("{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,\"x\"]]]}}]}")]
    [InlineData("{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[500,2]]]}}]}")]
    public void What_is_no_map_is_refused(string json) => Assert.IsType<NotAMap>(GeoShapes.Read(json).Refused());

    [Fact]
    public void The_demonstration_s_sketch_can_be_read() =>
        Assert.Equal(19, GeoShapes.Read(Repository.Read("catalog/demo/map-sketch.geojson")).Made().Count);

    [Theory, EachDatabase]
    public async Task One_map_takes_the_place_of_another_and_must_hold_a_town(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var handler = house.Services.GetRequiredService<KeepMapHandler>();
        Assert.IsType<NotPermitted>((await handler.HandleAsync(new KeepMap("甲", null, Square), house.ActAs(County.Dispatcher), default)).Refused());
        Assert.IsType<NoTownOnMap>((await handler.HandleAsync(new KeepMap("甲", null, Square.Replace("360821101", "999999999", StringComparison.Ordinal)), house.ActAs(County.Administrator), default)).Refused());
        Assert.Equal(1, (await handler.HandleAsync(new KeepMap("甲", null, Square), house.ActAs(County.Administrator), default)).Made());
        Assert.Equal(1, (await handler.HandleAsync(new KeepMap("乙", "赣S(2026)001号", Square), house.ActAs(County.Administrator), default)).Made());
        Assert.Equal("乙", await house.ReadAsync(r => r.Set<MapFile>().Select(m => m.Name).SingleAsync()));
    }

    [Fact]
    public void Areas_are_links_shaded_in_steps_and_their_names_are_encoded()
    {
        IReadOnlyList<(double, double)> ring = [(0, 0), (1, 0), (1, 1), (0, 1)];
        using var writer = new StringWriter();
        SvgMap.Draw("图", [new Area("<b>", [ring], 10, "/a"), new Area("乙", [ring], 0, null)]).WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        var svg = writer.ToString();
        Assert.Contains("<a href=\"/a\">", svg, StringComparison.Ordinal);
        Assert.Contains("map-5", svg, StringComparison.Ordinal);
        Assert.Contains("map-0", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", svg, StringComparison.Ordinal);
        Assert.Equal([0, 1, 1, 5, 5], new long[] { 0, 1, 20, 81, 100 }.Select(v => SvgMap.StepOf(v, 100)));
    }
}
