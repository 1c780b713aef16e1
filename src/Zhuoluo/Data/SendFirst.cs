using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Zhuoluo.Data;

/// <summary>A question of a change sees the rows that the change has made: what waits in <see cref="PostgresRows"/> is sent before it.</summary>
internal sealed class SendFirst : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await SendAsync(eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await SendAsync(eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await SendAsync(eventData, cancellationToken);
        return result;
    }

    private static ValueTask SendAsync(CommandEventData eventData, CancellationToken cancel) =>
        eventData.Context is ZhuoluoContext { Waiting: { } rows } ? rows.SendAsync(cancel) : ValueTask.CompletedTask;
}
