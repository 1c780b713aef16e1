using System.Diagnostics;
using System.Globalization;
using System.Text;
using Zhuoluo.Data;

namespace Zhuoluo.Bench;

/// <summary>A list of visits as an office keeps it, and how long <c>zhuoluo import</c> takes for it, start of the program and followers included.</summary>
internal static class ImportFiles
{
    public static string Make(string folder, int rows)
    {
        var (file, texts, day) = (Path.Combine(folder, $"tickets-{rows}.csv"), new Texts(), new DateTime(2023, 3, 1, 8, 0, 0));
        using var csv = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        csv.WriteLine("受理号,来电人姓名,主叫号码,工单内容,工单类型,受理时间,办理期限,转办单位,办结状态,答复内容,回复时间,来电渠道,事发乡镇");
        for (var i = 0; i < rows; i++)
        {
            var at = day.AddMinutes(i % 400_000);
            csv.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"QX{i:D12},钱一,1380000{i % 10000:D4},{texts.Nth(i)},投诉,{at:yyyy-MM-dd HH:mm:ss},{at.AddDays(5):yyyy-MM-dd HH:mm},水务局,已归档,已修好。,{at.AddDays(2):yyyy-MM-dd HH:mm},12345热线,敦厚镇"));
        }
        return file;
    }

    /// <summary>Seconds, and the most memory that the program held, in MiB.</summary>
    public static async Task<(double Seconds, int Rss, string Said)> RunAsync(DatabaseOptions database, string file, string kind = "tickets")
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "zhuoluo.dll"), "import", file, "--place", "360821", "--as", kind },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ZHUOLUO_DATA"] = database.Folder;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var notes = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEndAsync();
        var most = 0;
        while (!process.HasExited)
        {
            try
            {
                var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
                most = Math.Max(most, line is null ? 0 : int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024);
            }
            catch (IOException)
            {
                // It has just ended.
            }
            await Task.Delay(100);
        }
        var text = (await said) + (await notes);
        return (watch.Elapsed.TotalSeconds, most, string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(2)));
    }
}
