using Microsoft.AspNetCore.WebUtilities;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.List;

namespace Zhuoluo.Tests.Rooms.Matters;

public sealed class MatterFilterTests
{
    [Fact]
    public void Any_filter_comes_back_from_its_address()
    {
        var random = new Random(12345);
        for (var i = 0; i < 5_000; i++)
        {
            var filter = Some(random);
            Assert.Equal(filter, FilterAddress.Read(QueryHelpers.ParseQuery(FilterAddress.Query(filter))));
        }
    }

    [Theory]
    [InlineData("?state=nonsense&light=blue&month=2026-13&p=-3&unit=&from=yesterday")]
    [InlineData("?page=7&lang=en")]
    [InlineData("")]
    public void What_cannot_be_read_is_left_out(string address) =>
        Assert.Equal(MatterFilter.All, FilterAddress.Read(QueryHelpers.ParseQuery(address)));

    [Theory]
    [InlineData("?state=open", "?state=open")]
    [InlineData("?state=in-progress&state=escalated", "?state=in-progress,escalated")]
    [InlineData("?state=closed&state=declined,transferred,merged,repeated,withdrawn", "?state=ended")]
    [InlineData("?p=99999999999", "")]
    public void One_filter_has_one_address(string given, string kept) =>
        Assert.Equal(kept, Uri.UnescapeDataString(FilterAddress.Query(FilterAddress.Read(QueryHelpers.ParseQuery(given)))));

    private static MatterFilter Some(Random random) => new()
    {
        Words = Maybe(random, "路灯 & 停水=?"),
        Number = Maybe(random, "2026-0001"),
        States = random.Next(3) switch { 0 => default, 1 => StateSet.Open, _ => new StateSet(random.Next(1 << 17) << 1) },
        Light = Any<Light>(random),
        With = Any<Trait>(random),
        Whose = Any<Whose>(random) ?? Whose.Anybody,
        Kind = Any<MatterKind>(random),
        Channel = Any<Channel>(random),
        Outcome = Any<MatterOutcome>(random),
        Unit = Maybe(random, "360821-12"),
        Town = Maybe(random, "360821101"),
        Place = Maybe(random, "360821101201"),
        Category = Maybe(random, "0101"),
        IsExact = random.Next(2) == 1,
        Drive = Maybe(random, "warm-2026"),
        OpenedMonth = random.Next(2) == 1 ? new YearMonth(random.Next(2000, 2100), random.Next(1, 13)) : null,
        OpenedFrom = random.Next(2) == 1 ? new DateOnly(2026, 1, 1).AddDays(random.Next(400)) : null,
        OpenedTo = random.Next(2) == 1 ? new DateOnly(2026, 1, 1).AddDays(random.Next(400)) : null,
        ClosedMonth = random.Next(2) == 1 ? new YearMonth(2026, random.Next(1, 13)) : null,
        IsConfidential = random.Next(3) switch { 0 => null, 1 => true, _ => false },
        Sort = Any<MatterSort>(random) ?? default,
        IsDense = random.Next(2) == 1,
        Page = random.Next(1, 900),
    };

    private static string? Maybe(Random random, string text) => random.Next(2) == 1 ? text : null;

    private static T? Any<T>(Random random)
        where T : struct, Enum => random.Next(2) == 1 ? Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)] : null;
}
