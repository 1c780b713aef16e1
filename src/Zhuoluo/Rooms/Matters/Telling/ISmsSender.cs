namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>A way to send short messages that the county has; none by default.</summary>
internal interface ISmsSender
{
    bool IsOn { get; }

    /// <param name="mobile">Eleven digits.</param>
    /// <param name="text">One line.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="IOException">It was not taken; says neither number nor text.</exception>
    Task SendAsync(string mobile, string text, CancellationToken cancel);
}

internal sealed class NoSms : ISmsSender
{
    public bool IsOn => false;

    public Task SendAsync(string mobile, string text, CancellationToken cancel) => throw new IOException("No way to send SMS is set up.");
}
