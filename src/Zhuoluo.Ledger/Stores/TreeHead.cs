using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Stores;

/// <summary>A root that was signed for a size.</summary>
/// <param name="Size">Entries.</param>
/// <param name="Root">MTH of them.</param>
public readonly record struct TreeHead(long Size, TreeHash Root);
