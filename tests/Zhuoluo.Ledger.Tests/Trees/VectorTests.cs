using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Tests.Trees;

public sealed class VectorTests
{
    private static readonly TreeHash[] _path =
    [
        Vectors.Hash("0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7"),
        Vectors.Hash("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
        Vectors.Hash("837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e"),
    ];

    private static readonly TreeHash[] _proof =
    [
        Vectors.Hash("0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7"),
        Vectors.Hash("07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7"),
        Vectors.Hash("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
        Vectors.Hash("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"),
    ];

    [Fact]
    public void The_edge_has_the_roots_of_the_eight_classic_leaves()
    {
        var edge = new TreeEdge();
        Assert.Equal("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", edge.Root().ToString());
        for (var i = 0; i < Vectors.Leaves.Length; i++)
        {
            edge.Append(Vectors.Leaves[i]);
            Assert.Equal(Vectors.Roots[i], Convert.ToHexStringLower(edge.Root().AsSpan()));
        }
    }

    [Fact]
    public void The_naive_tree_has_the_same_roots_and_proofs()
    {
        var tree = new NaiveTree(Vectors.Leaves);
        Assert.Equal(Vectors.Roots, Enumerable.Range(1, 8).Select(n => Convert.ToHexStringLower(tree.Root(n).AsSpan())));
        Assert.Equal(_path, tree.Path(3, 7));
        Assert.Equal(_proof, tree.Proof(3, 8));
    }

    [Fact]
    public void Inclusion_of_3_in_7_verifies_and_of_no_other_place() =>
        Assert.Equal([3L], Enumerable.Range(-1, 9).Select(i => (long)i)
            .Where(i => InclusionProof.Verify(i, 7, TreeHash.Leaf(Vectors.Leaves[3]), _path, Vectors.Hash(Vectors.Roots[6]))));

    [Fact]
    public void Consistency_of_3_and_8_verifies() =>
        Assert.True(ConsistencyProof.Verify(3, 8, _proof, Vectors.Hash(Vectors.Roots[2]), Vectors.Hash(Vectors.Roots[7])));
}
