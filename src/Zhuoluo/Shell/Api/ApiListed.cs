namespace Zhuoluo.Shell.Api;

/// <summary>The API as its page lists it.</summary>
internal sealed record ApiListed(string Document, IReadOnlyList<ApiCall> Calls);

internal sealed record ApiCall(
    string Part, string Method, string Path, string Summary, string Needs, IReadOnlyList<(string Name, string Where, string Meaning)> Words, IReadOnlyList<string> Statuses);
