using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Rooms.Matters.Windows;

namespace Zhuoluo.Tests.Rooms.Matters.Protect;

public sealed class BarringTests
{
    // Rules F5.1: the unit, what is below it, and what is above it up to but without the supervising office.
    [Theory]
    [InlineData("/1/21/22/", "/1/21/22/", "/1/23/", true)]
    [InlineData("/1/21/", "/1/21/22/", "/1/23/", true)]
    [InlineData("/1/21/22/7/", "/1/21/22/", "/1/23/", true)]
    [InlineData("/1/21/", "/1/21/22/", "/1/", true)]
    [InlineData("/1/", "/1/21/22/", "/1/", false)]
    [InlineData("/1/", "/1/21/22/", "/1/23/", false)]
    [InlineData("/1/23/", "/1/21/22/", "/1/23/", false)]
    [InlineData("/1/23/", "/1/", "/1/23/", false)]
    [InlineData("/1/24/", "/1/21/22/", "/1/23/", false)]
    [InlineData("/1/2/", "/1/21/22/", "/1/23/", false)]
    public void The_line_of_a_unit(string path, string target, string supervisor, bool isIn) =>
        Assert.Equal(isIn, Barring.IsInLine(path, target, supervisor));

    [Fact]
    public void The_office_beside_the_line_is_chosen_before_one_above_it_and_never_one_within()
    {
        Unit[] all = [Town.County, WindowTown.Bureau, WindowTown.Inspection, WindowTown.Window];

        Assert.Equal(WindowTown.Inspection, SupervisingOffice.Choose(all, WindowTown.Window));
        Assert.Equal(Town.County, SupervisingOffice.Choose([Town.County, WindowTown.Bureau, WindowTown.Window], WindowTown.Window));
        Assert.Null(SupervisingOffice.Choose([WindowTown.Window], WindowTown.Bureau));
    }
}
