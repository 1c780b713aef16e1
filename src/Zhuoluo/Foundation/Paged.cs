namespace Zhuoluo.Foundation;

/// <summary>One page of a list. <paramref name="Total"/> counts all that match, so that the heading tells the truth.</summary>
internal sealed record Paged<T>(IReadOnlyList<T> Items, long Total, int Number, int Size)
{
    public int Pages => (int)Math.Max(1, (Total + Size - 1) / Size);
    public bool HasNext => Number < Pages;
    public bool HasPrevious => Number > 1;
}
