using System.Globalization;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.Tokens;

/// <summary>Wrong tokens by address: after twenty in ten minutes the answer is "too many". A right token still opens: it cannot be guessed.</summary>
internal sealed class WrongTokens
{
    public const int Most = 20;
    private readonly TriesCounter _tries = new(Most, TimeSpan.FromMinutes(10));

    public TokenRefused Note(string address, DateTimeOffset now)
    {
        var isTooMany = _tries.IsTooMany(address, now);
        _tries.Note(address, now);
        return new TokenRefused(isTooMany ? _tries.Window : null);
    }
}

/// <summary>A request came with a token that opens nothing. It is refused at open addresses too: its sender believes to be somebody.</summary>
internal sealed record TokenRefused(TimeSpan? Wait)
{
    public void Answer(HttpResponse response)
    {
        response.StatusCode = Wait is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status429TooManyRequests;
        if (Wait is { } wait)
        {
            response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
        else
        {
            response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        }
    }
}
