using Zhuoluo.Foundation;

namespace Zhuoluo.Tests.Setup;

/// <summary>The same chance in each run.</summary>
internal sealed class SeededChance(int seed) : Chance
{
    private readonly Random _random = new(seed);

    public override void Fill(Span<byte> bytes)
    {
        lock (_random)
        {
            _random.NextBytes(bytes);
        }
    }
}
