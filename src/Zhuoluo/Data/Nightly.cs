using Zhuoluo.Foundation;

namespace Zhuoluo.Data;

/// <summary>Once a night, in the hour given: due for the first who asks in it.</summary>
internal sealed class Nightly(int hour)
{
    private DateOnly _last;

    public bool IsDue(DateTimeOffset now)
    {
        var local = now.ToOffset(LocalDay.Offset);
        if (local.Hour != hour || _last == LocalDay.Of(local))
        {
            return false;
        }
        _last = LocalDay.Of(local);
        return true;
    }
}
