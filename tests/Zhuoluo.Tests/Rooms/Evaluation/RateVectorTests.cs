using Zhuoluo.Rooms.Evaluation;

namespace Zhuoluo.Tests.Rooms.Evaluation;

/// <summary>Published numbers (rules A4.1, A11): what we count must be what an honest bulletin prints.</summary>
public sealed class RateVectorTests
{
    // Xining Chengzhong, June 2024: 670 calls; 663 solved, 7 not; 614 satisfied, 34 basically, 22 not.
    [Fact]
    public void The_shipped_weights_give_the_rates_that_Xining_published()
    {
        var satisfied = new Rate(RateDefinitions.Shipped.Weigh([0, 22, 34, 614, 0]), 614 + 34 + 22);
        Assert.Equal(94.69m, satisfied.Percent);
        Assert.Equal(98.96m, new Rate(663, 663 + 7).Percent);
        Assert.Equal(100m, new Rate(670, 670).Percent);
    }

    [Fact]
    public void Counting_basically_satisfied_fully_gives_another_rate() => Assert.Equal(96.72m, new Rate(614 + 34, 670).Percent);

    [Theory]
    [InlineData(597, 601, 99.33)] // Ningguo 2022-04, printed 99 %
    [InlineData(591, 594, 99.49)] // Ningguo 2021-08, printed 99.6 %, which is wrong
    [InlineData(302, 506, 59.68)] // Daying, one week: 172 + 80 + 50 of 460 + 38 + 3 + 4 + 1
    [InlineData(329, 609, 54.02)] // Huli
    [InlineData(26, 65, 40)] // Huichang 2023-10
    [InlineData(65, 65, 100)]
    [InlineData(725, 967, 74.97)] // Panjin, in hundreds
    [InlineData(156, 242, 64.46)]
    [InlineData(86, 242, 35.54)]
    [InlineData(124599, 195532, 63.72)] // Tangshan 2024-11: the base is the sum of the kinds
    [InlineData(124599, 284406, 43.81)] // and not the total
    [InlineData(1, 800, 0.13)] // half up: 0.125
    public void Published_rates_come_out_as_they_should(int part, int whole, double percent) =>
        Assert.Equal((decimal)percent, new Rate(part, whole).Percent);

    [Fact]
    public void A_later_definition_holds_from_its_day_on()
    {
        var later = new RateDefinition { Id = 2, Version = 2, Weights = "0,0,100,100,100", ExclusionCap = 5, DrawShare = 20, From = new DateOnly(2026, 3, 1), Reason = "", MadeAt = default };
        IReadOnlyList<RateDefinition> all = [RateDefinitions.Shipped, later];
        Assert.Equal(1, all.On(new DateOnly(2026, 2, 28)).Version);
        Assert.Equal(2, all.On(new DateOnly(2026, 3, 1)).Version);
        Assert.Equal(1, all.On(new DateOnly(1999, 1, 1)).Version);
        Assert.Equal("1 / 1 / 0.6 / 0 / 0", RateDefinitions.Shipped.Printed);
    }
}
