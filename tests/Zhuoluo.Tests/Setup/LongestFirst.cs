using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Zhuoluo.Tests.Setup.LongestFirst", "Zhuoluo.Tests")]

namespace Zhuoluo.Tests.Setup;

/// <summary>What takes minutes begins first: begun last, it would run alone at the end while the other processor has nothing to do.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] _long = ["KillTests", "SweepTests", "EndpointsTests", "StaffPagesTests", "MailingTests"];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => Array.FindIndex(_long, name => c.DisplayName.EndsWith(name, StringComparison.Ordinal)) is var place and >= 0 ? place : _long.Length);
}
