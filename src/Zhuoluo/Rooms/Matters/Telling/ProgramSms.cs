using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>A program that reads the number from its first line of input and the text from the second: what stands in arguments, every account of the machine can list.</summary>
internal sealed class ProgramSms(SmsOptions options) : ISmsSender
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);
    private readonly string[] _words = options.Target.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool IsOn => true;

    public async Task SendAsync(string mobile, string text, CancellationToken cancel)
    {
        var program = new OutsideProgram(_words[0], _words[1..], _patience) { Environment = new Dictionary<string, string> { [SmsOptions.SecretVariable] = options.Secret } };
        if (await program.AskAsync($"{mobile}\n{text}\n", cancel) is not 0)
        {
            throw new IOException("The program did not send it.");
        }
    }
}
