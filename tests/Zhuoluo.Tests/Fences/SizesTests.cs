using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Fences;

/// <summary>A file is read at one sitting: half of those of the application have at most 60 lines, and none that people write has more than 300.</summary>
public sealed class SizesTests
{
    [Fact]
    public void Half_of_the_application_s_files_are_short()
    {
        var lines = Lines("src").Select(f => f.Count).Order().ToList();
        Assert.InRange(lines[lines.Count / 2], 1, 60);
    }

    // A migration is one long list of columns, and nobody changes it.
    [Fact]
    public void No_file_is_long() =>
        Assert.Empty(Lines("src").Concat(Lines("tests")).Where(f => f.Count > 300 && !f.Path.Contains("/Migrations/", StringComparison.Ordinal)).Select(f => f.Path));

    private static IEnumerable<(string Path, int Count)> Lines(string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
        select (Path.GetRelativePath(Repository.Root, file), File.ReadLines(file).Count());
}
