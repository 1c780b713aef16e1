using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Zhuoluo.Foundation;

namespace Zhuoluo.Shell.Api;

/// <summary>
/// Where a list was left: the sort and the values of the last record seen, so that records that come in meanwhile move nothing.
/// Opaque to clients; may change with a version.
/// </summary>
internal sealed record Mark(string Sort, IReadOnlyList<long> Values)
{
    public const int Most = 200;
    public const int Usual = 50;

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Sort} {string.Join(' ', Values.Select(v => v.ToString(CultureInfo.InvariantCulture)))}"));

    /// <summary>Nothing given is the beginning; what is no mark of this sort is refused.</summary>
    public static Outcome<Mark?> Read(string? text, string sort, int values)
    {
        if (string.IsNullOrEmpty(text))
        {
            return (Mark?)null;
        }
        return text.Length <= 200 && Base64Url.IsValid(text) && Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text))) is { } mark
            && mark.Sort == sort && mark.Values.Count == values ? mark : new UnreadableMark();
    }

    public static int Size(int? limit) => Math.Clamp(limit ?? Usual, 1, Most);

    /// <summary>The same address with the mark of the last record shown; null when there is nothing after it.</summary>
    public static string? Link(HttpRequest request, bool isMore, Func<Mark> last)
    {
        if (!isMore)
        {
            return null;
        }
        var query = request.Query.Where(p => p.Key != "after").SelectMany(p => p.Value, (p, v) => KeyValuePair.Create(p.Key, v));
        return request.Path + QueryString.Create(query.Append(KeyValuePair.Create("after", (string?)last().ToString())));
    }

    private static Mark? Parse(string text)
    {
        var words = text.Split(' ');
        var values = new List<long>();
        foreach (var word in words.Skip(1))
        {
            if (!long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }
            values.Add(value);
        }
        return new Mark(words[0], values);
    }
}

/// <summary>The mark of a list is broken, or belongs to another order.</summary>
internal sealed record UnreadableMark() : Refusal("unreadable-mark")
{
    public override string? Field => "after";
}
