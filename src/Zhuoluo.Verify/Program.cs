using Zhuoluo.Verify;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
return await new VerifyTool(Console.Out, LogAddress.Open).RunAsync(args, stop.Token);
