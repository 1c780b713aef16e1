namespace Zhuoluo.Tests.Rooms.Exchange;

/// <summary>The large samples lie beside the repository, not in it: ZHUOLUO_SAMPLES, or shared/samples in a folder above.</summary>
internal static class SampleFolder
{
    public static string? Path { get; } = Find();

    public static string Of(string file) => System.IO.Path.Combine(Path ?? throw new InvalidOperationException("no samples"), file);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ZHUOLUO_SAMPLES") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, "shared", "samples");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }
        return null;
    }
}

/// <summary>A test of the large samples; skipped, and shown as skipped, where they are not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SampleFactAttribute : FactAttribute
{
    public SampleFactAttribute()
    {
        if (SampleFolder.Path is null)
        {
            Skip = "the large samples are not at hand (set ZHUOLUO_SAMPLES)";
        }
    }
}
