using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.RegisterMany;

/// <summary>One key for all contacts of one telephone within the batch: erasing a person erases all of them, and a key is dear.</summary>
internal sealed class BatchKeys(Work work)
{
    private readonly Dictionary<string, SubjectKey> _byPrint = new(StringComparer.Ordinal);

    public List<SubjectKey> Made { get; } = [];

    public SubjectKey For(Matter matter)
    {
        if (matter.RequesterPrint is null)
        {
            return New();
        }
        var print = Convert.ToHexString(matter.RequesterPrint);
        return _byPrint.TryGetValue(print, out var known) ? known : _byPrint[print] = New();
    }

    private SubjectKey New()
    {
        var key = work.Vault.NewKey(work.Act);
        Made.Add(key);
        return key;
    }
}
