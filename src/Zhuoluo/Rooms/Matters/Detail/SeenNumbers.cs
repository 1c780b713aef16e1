using System.Collections.Concurrent;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;

namespace Zhuoluo.Rooms.Matters.Detail;

/// <summary>
/// From a number to the matter, if the viewer may know of it. The condition is the one of <see cref="Sight"/>, written once for each
/// scope of a viewer and prepared; what a viewer's scope does not say (<see cref="Viewer.Scope"/>) no such condition may depend on.
/// </summary>
internal sealed class SeenNumbers
{
    private const int MostScopes = 300;
    private readonly ConcurrentDictionary<string, WrittenQuery> _written = new(StringComparer.Ordinal);

    public long? Find(SqliteSnapshot data, ZhuoluoContext db, string number, Viewer viewer)
    {
        var scope = viewer.Scope;
        if (!_written.TryGetValue(scope, out var query))
        {
            if (_written.Count >= MostScopes)
            {
                _written.Clear();
            }
            query = WrittenQuery.Of("seen " + scope, asked => viewer.Sight.Seen(db).Where(m => m.Number == asked).Select(m => m.Id));
            _written[scope] = query;
        }
        return data.Ask(query, number);
    }
}
