using System.Text;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Shell.Api;

/// <summary>
/// The header Idempotency-Key: the handlers remember it in the transaction of what they do, so that a request that is sent again does
/// nothing again, wherever the first one broke off. It is bound to the request: another one under the same key is refused.
/// </summary>
internal static class OnceKeys
{
    public const string Header = "Idempotency-Key";
    private const int Longest = 100;

    public static string? OnceKey(this HttpContext context) => context.Features.Get<Bound>()?.Key;

    /// <summary>Reads the body once, ahead of the endpoint; null when there is no header or all is well.</summary>
    public static async Task<Refusal?> BindAsync(HttpContext context)
    {
        var key = context.Request.Headers[Header].ToString();
        if (key.Length == 0)
        {
            return null;
        }
        if (key.Length > Longest || key.Any(c => c is < '!' or > '~'))
        {
            return new UnreadableOnceKey(Longest);
        }
        var request = context.Request;
        request.EnableBuffering();
        using var body = new MemoryStream();
        await body.WriteAsync(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"), context.RequestAborted);
        await request.Body.CopyToAsync(body, context.RequestAborted);
        request.Body.Position = 0;
        context.Features.Set(new Bound(OnceHash.Bind(key, body.GetBuffer().AsSpan(0, (int)body.Length))));
        return null;
    }

    private sealed record Bound(string Key);
}

internal sealed record UnreadableOnceKey(int Most) : Refusal("unreadable-once-key")
{
    public override string? Field => OnceKeys.Header;
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>Each key is good for one request; sent again with another body it is a mistake of the program that asks.</summary>
internal sealed record OnceKeyOfAnother() : Refusal("once-key-of-another")
{
    public override string? Field => OnceKeys.Header;
}

/// <summary>Another site sent it in the name of somebody who is signed in here.</summary>
internal sealed record FromAnotherSite() : Refusal("from-another-site")
{
    public override RefusalKind Kind => RefusalKind.Permission;
}
