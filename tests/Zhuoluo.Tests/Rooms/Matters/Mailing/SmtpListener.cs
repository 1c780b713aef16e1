using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Zhuoluo.Tests.Rooms.Matters.Mailing;

/// <summary>A mail server of a few lines on this machine: keeps what it was given, or is out of order when told so.</summary>
internal sealed class SmtpListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    public SmtpListener()
    {
        _listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;
    public List<string> Mails { get; } = [];
    public List<string> Recipients { get; } = [];
    public bool IsOutOfOrder { get; set; }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await TalkAsync(client.GetStream());
            }
            catch (Exception over) when (over is OperationCanceledException or IOException or ObjectDisposedException or SocketException)
            {
                // The test is over, or the other side has left.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync(IsOutOfOrder ? "421 closed" : "220 here");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("RCPT", StringComparison.Ordinal))
            {
                Recipients.Add(line);
            }
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var mail = new StringBuilder();
                while (await reader.ReadLineAsync() is { } part && part != ".")
                {
                    mail.Append(part).Append('\n');
                }
                Mails.Add(mail.ToString());
            }
            await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 ok");
            if (line.StartsWith("QUIT", StringComparison.Ordinal))
            {
                return;
            }
        }
    }
}
