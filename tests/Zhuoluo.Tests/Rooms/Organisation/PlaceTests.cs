using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Organisation.SavePlace;

namespace Zhuoluo.Tests.Rooms.Organisation;

/// <summary>Cases of rules.md C2.</summary>
public sealed class PlaceTests
{
    private static readonly Place _old = new()
    {
        Code = "360821106",
        Name = "旧镇",
        Kind = PlaceKind.Town,
        ParentCode = "360821",
        ValidFrom = Place.Always,
        ValidTo = new DateOnly(2020, 12, 31),
        SuccessorCode = "360821100",
    };

    private static readonly Place _new = new() { Code = "360821100", Name = "新镇", Kind = PlaceKind.Town, ParentCode = "360821", ValidFrom = Place.Always };

    [Theory]
    [InlineData("360821100", true)]
    [InlineData("360821001", true)]
    [InlineData("141122400", false)]
    [InlineData("141122500", false)]
    [InlineData("360821", false)]
    public void Special_zones_are_not_legal_townships(string code, bool isLegal) => Assert.Equal(isLegal, (_new with { Code = code }).IsLegalTownship);

    [Fact]
    public void A_code_leads_to_its_successor_after_its_last_day()
    {
        var offices = new OfficesSnapshot(1, [], [], [_old, _new], []);

        Assert.Equal("旧镇", offices.PlaceOn("360821106", new DateOnly(2020, 12, 31))!.Name);
        Assert.Equal("新镇", offices.PlaceOn("360821106", new DateOnly(2021, 1, 1))!.Name);
        Assert.Null(new OfficesSnapshot(1, [], [], [_old with { SuccessorCode = null }], []).PlaceOn("360821106", new DateOnly(2021, 1, 1)));
    }

    [Fact]
    public void A_circle_of_successors_ends() =>
        Assert.Null(new OfficesSnapshot(1, [], [], [_old with { SuccessorCode = "360821106" }], []).PlaceOn("360821106", new DateOnly(2021, 1, 1)));

    [Theory]
    [InlineData("36082", null, null, "bad-place-code")]
    [InlineData("360821100", "360821100", null, "unknown-place")]
    [InlineData("360821100", "360822", null, "unknown-place")]
    [InlineData("360821100", "360821", "360821", "successor-needs-end")]
    [InlineData("360821100", "360821", null, "")]
    public void Refuses_what_cannot_be(string code, string? parent, string? successor, string refusal) => Assert.Equal(refusal, Given.Code(
        SavePlaceHandler.Decide(new PlaceToSave(code, "新镇", PlaceKind.Town, parent, null, null, successor, []), null, known => known == "360821")));
}
