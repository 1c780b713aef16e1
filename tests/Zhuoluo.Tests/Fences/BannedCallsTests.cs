using Zhuoluo.Start;

namespace Zhuoluo.Tests.Fences;

public sealed class BannedCallsTests
{
    [Fact]
    public void Nothing_below_the_edge_reads_a_clock_makes_an_id_or_saves_rows() =>
        Assert.Empty(BannedCalls.In(typeof(App).Assembly.GetTypes()).Distinct());

    [Fact]
    public void A_planted_clock_read_is_caught() =>
        Assert.Contains(BannedCalls.In(typeof(Planted).GetNestedTypes(System.Reflection.BindingFlags.NonPublic).Append(typeof(Planted))),
            b => b.EndsWith("DateTime.get_UtcNow", StringComparison.Ordinal));

    [Fact]
    public void A_planted_new_guid_in_an_async_body_is_caught() =>
        Assert.Contains(BannedCalls.In(typeof(Planted).GetNestedTypes(System.Reflection.BindingFlags.NonPublic).Append(typeof(Planted))),
            b => b.EndsWith("Guid.NewGuid", StringComparison.Ordinal));

    private sealed class Planted
    {
        public static DateTime Clock() => new[] { 1 }.Select(_ => DateTime.UtcNow).First();

        public static async Task<Guid> IdAsync()
        {
            await Task.Yield();
            return Guid.NewGuid();
        }
    }
}
