using Zhuoluo.Bench;

if (args is [BareSite.Verb, var folder])
{
    await BareSite.RunAsync(folder);
    return 0;
}
return await new Run(BenchOptions.Read(args)).RunAsync();
