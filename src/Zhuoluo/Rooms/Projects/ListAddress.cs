using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects;

/// <summary>Filters as addresses and back. What cannot be read is not asked for: an old or mistyped address shows more, never an error.</summary>
internal static class ListAddress
{
    private const int LongestText = 60;
    private const int LastPage = 1_000_000;

    public static string Of(string address, IEnumerable<(string Name, string Value)> pairs, int page)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in pairs)
        {
            query.Add(name, value);
        }
        if (page > 1)
        {
            query.Add("p", Said(page)!);
        }
        return address + query.ToQueryString();
    }

    public static IEnumerable<(string Name, string Value)> Given(params ReadOnlySpan<(string Name, string? Value)> all)
    {
        List<(string, string)> given = [];
        foreach (var (name, value) in all)
        {
            if (value is not null)
            {
                given.Add((name, value));
            }
        }
        return given;
    }

    public static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim()[..Math.Min(typed.Trim().Length, LongestText)];

    public static long? Id(string? typed) => long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public static int? Year(string? typed) => Id(typed) is { } year and < 10_000 ? (int)year : null;

    public static int Page(string? typed) => Id(typed) is { } page ? (int)Math.Clamp(page, 1, LastPage) : 1;

    public static string? Said(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static string? Said<T>(T? value)
        where T : struct, Enum => value is { } some ? Word<T>.Of(some) : null;
}
