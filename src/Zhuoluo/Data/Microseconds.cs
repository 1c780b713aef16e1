using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Zhuoluo.Foundation;

namespace Zhuoluo.Data;

/// <summary>Instants are 64-bit Unix microseconds on both databases, so that they compare and sort alike.</summary>
internal sealed class Microseconds() : ValueConverter<DateTimeOffset, long>(
    at => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10,
    micros => new DateTimeOffset((micros * 10) + DateTimeOffset.UnixEpoch.Ticks, TimeSpan.Zero))
{
    public static long Of(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10;

    public static DateTimeOffset At(long micros) => new((micros * 10) + DateTimeOffset.UnixEpoch.Ticks, TimeSpan.Zero);
}

internal sealed class CodeText() : ValueConverter<Code, string>(code => code.Value, text => new Code(text));
