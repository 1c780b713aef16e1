using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Stores;

/// <summary>Compares the growing tree with each signed root when it has that size; of several that differ only the first says anything new.</summary>
internal sealed class RootCheck(IReadOnlyList<TreeHead> heads)
{
    private int _next;
    private long _agreed;
    private bool _hasDiffered;

    public void Look(TreeEdge edge, ICollection<Difference> found)
    {
        for (; _next < heads.Count && heads[_next].Size <= edge.Size; _next++)
        {
            if (heads[_next].Size < edge.Size)
            {
                throw new ArgumentException("Signed sizes are given smallest first.", nameof(edge));
            }
            if (edge.Root() == heads[_next].Root)
            {
                _agreed = edge.Size;
            }
            else if (!_hasDiffered)
            {
                _hasDiffered = true;
                found.Add(new Difference(DifferenceKind.Root, null, null, _agreed, Math.Max(_agreed, edge.Size - 1)));
            }
        }
    }
}
