using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Zhuoluo.Data;

namespace Zhuoluo.Tests.Setup;

/// <summary>
/// Counts the database commands of single requests. A request is known by its trace, which the client sends along, so that followers and
/// other tests in this process are not counted.
/// </summary>
internal sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<(ActivityTraceId Trace, string Text)> _commands = [];
    private readonly ConcurrentQueue<IDisposable> _subscriptions = [];

    public CommandCount() => _subscriptions.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>The statements that this request made the server run.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(HttpClient client, string url)
    {
        using var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        var answer = await client.GetAsync(url);
        Assert.True(answer.IsSuccessStatusCode, $"{url}: {answer.StatusCode}");
        return [.. _commands.Where(c => c.Trace == activity.TraceId).Select(c => c.Text)];
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == SqliteReads.Listener)
        {
            _subscriptions.Enqueue(value.Subscribe(this));
        }
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Enqueue(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is string sql && Activity.Current is { } reading)
        {
            _commands.Enqueue((reading.TraceId, sql));
        }
        if (value.Value is CommandEventData command && Activity.Current is { } activity)
        {
            _commands.Enqueue((activity.TraceId, command.Command.CommandText));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        while (_subscriptions.TryDequeue(out var subscription))
        {
            subscription.Dispose();
        }
    }
}
