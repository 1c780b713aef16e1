using System.Globalization;
using System.Text;

namespace Zhuoluo.Ledger.Tests;

/// <summary>70,000 small entries, made once.</summary>
internal static class LargeTree
{
    public const int Size = 70_000;

    public static readonly byte[][] Entries = [.. Enumerable.Range(0, Size).Select(i => Encoding.ASCII.GetBytes("entry " + i.ToString(CultureInfo.InvariantCulture)))];

    private static readonly Lazy<NaiveTree> _naive = new(() => new NaiveTree(Entries));

    // Remembers what it hashed and is asked by one test at a time.
    public static NaiveTree Naive
    {
        get
        {
            lock (_naive)
            {
                return _naive.Value;
            }
        }
    }
}
