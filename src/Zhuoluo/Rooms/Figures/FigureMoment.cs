namespace Zhuoluo.Rooms.Figures;

/// <summary>When something is counted, and what was read for it once: handed on through a page of many figures, it is not read again for each. Never longer than one reading.</summary>
internal sealed class FigureMoment(DateTimeOffset at)
{
    private readonly Dictionary<Type, object> _kept = [];

    public DateTimeOffset At { get; } = at;

    public static implicit operator FigureMoment(DateTimeOffset at) => new(at);

    public T Once<T>(Func<T> make)
        where T : class
    {
        if (!_kept.TryGetValue(typeof(T), out var kept))
        {
            _kept[typeof(T)] = kept = make();
        }
        return (T)kept;
    }
}
