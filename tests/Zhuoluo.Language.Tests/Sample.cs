namespace Zhuoluo.Language.Tests;

internal static class Sample
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Samples");

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public static string[] Lines(string name) => File.ReadAllLines(Path.Combine(Folder, name));
}
