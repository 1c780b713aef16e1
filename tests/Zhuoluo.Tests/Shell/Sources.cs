namespace Zhuoluo.Tests.Shell;

/// <summary>Where the sources stand, found upwards from the test's own folder.</summary>
internal static class Sources
{
    public static string Application { get; } = Path.Combine(Root(), "src", "Zhuoluo");

    public static string Texts => Path.Combine(Application, "Shell", "Text");

    public static IEnumerable<string> OfApplication(params string[] endings) =>
        Directory.EnumerateFiles(Application, "*", SearchOption.AllDirectories)
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Zhuoluo.slnx")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException("No Zhuoluo.slnx above the tests.");
    }
}
