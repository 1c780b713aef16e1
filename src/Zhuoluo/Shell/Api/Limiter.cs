using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Zhuoluo.Shell.Api;

/// <summary>
/// Holds up machines: 429 with Retry-After. Looks at the API, and at forms of people who are not signed in; pages that are only read
/// and whatever staff send through pages pass at the cost of two comparisons.
/// </summary>
internal sealed class Limiter(Budgets budgets) : IDisposable
{
    /// <summary>Holds the id of the token in use.</summary>
    public const string TokenClaim = "token";

    private static readonly TimeSpan _refill = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<Asker> _limiter = PartitionedRateLimiter.Create<Asker, Asker>(asker => RateLimitPartition.GetTokenBucketLimiter(asker, a => Bucket(a.Kind switch
    {
        Sort.Post => budgets.Posts,
        Sort.Read => budgets.Reads,
        _ => budgets.Calls,
    })));

    public Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        if (budgets.IsOff || AskerOf(context) is not { } asker)
        {
            return next(context);
        }
        using var lease = _limiter.AttemptAcquire(asker);
        if (lease.IsAcquired)
        {
            return next(context);
        }
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Task.CompletedTask;
    }

    public void Dispose() => _limiter.Dispose();

    private static Asker? AskerOf(HttpContext context)
    {
        var isApi = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
        var isRead = HttpMethods.IsGet(context.Request.Method);
        if (!isApi && isRead)
        {
            return null;
        }
        if (context.User.Identity is { IsAuthenticated: true })
        {
            // A token has a claim of its own; a session is known by its person.
            var name = context.User.FindFirst(TokenClaim) ?? context.User.FindFirst("person");
            return isApi && name is not null ? new Asker(Sort.Call, $"{name.Type} {name.Value}") : null;
        }
        return AddressOf(context.Connection.RemoteIpAddress) is { } address ? new Asker(isRead ? Sort.Read : Sort.Post, address) : null;
    }

    // One household has a /64 of version 6 to itself.
    private static string? AddressOf(IPAddress? address)
    {
        if (address is null || IPAddress.IsLoopback(address))
        {
            return null;
        }
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8)) : plain.ToString();
    }

    private static TokenBucketRateLimiterOptions Bucket(int aMinute) => new()
    {
        TokenLimit = aMinute,
        TokensPerPeriod = Math.Max(1, aMinute / 60),
        ReplenishmentPeriod = aMinute >= 60 ? _refill : TimeSpan.FromSeconds(60.0 / aMinute),
        AutoReplenishment = true,
        QueueLimit = 0,
    };

    private enum Sort { Post, Read, Call }

    private readonly record struct Asker(Sort Kind, string Name);
}
