using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Zhuoluo.Tests.Shell;

public sealed class VendoredAssetsTests
{
    private static readonly string _web = Path.Combine(Sources.Application, "wwwroot");

    [Fact]
    public void Each_vendored_file_is_listed_and_unchanged()
    {
        var lib = Path.Combine(_web, "lib");
        using var versions = JsonDocument.Parse(File.ReadAllText(Path.Combine(lib, "versions.json")));
        var listed = versions.RootElement.EnumerateArray()
            .ToDictionary(v => v.GetProperty("file").GetString()!, v => v.GetProperty("sha256").GetString());
        foreach (var path in Directory.EnumerateFiles(lib).Where(p => Path.GetFileName(p) != "versions.json"))
        {
            Assert.Equal(listed[Path.GetFileName(path)], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
        }
    }

    [Fact]
    public void Every_icon_named_in_a_page_is_in_the_sprite()
    {
        var sprite = File.ReadAllText(Path.Combine(_web, "lib", "icons.svg"));
        var missing = from file in Sources.OfApplication(".cshtml", ".cs")
                      from Match match in Regex.Matches(File.ReadAllText(file), """<icon name="([a-z0-9-]+)"|new MenuItem\("[^"]+", "[^"]+", "([a-z0-9-]+)""")
                      let name = match.Groups.Values.Skip(1).First(g => g.Success).Value
                      where !sprite.Contains($"id=\"{name}\"", StringComparison.Ordinal)
                      select $"{name} in {Path.GetFileName(file)}";
        Assert.Empty(missing);
    }

    [Fact]
    public void No_page_holds_an_inline_script_or_style()
    {
        var inline = from file in Sources.OfApplication(".cshtml")
                     where Regex.IsMatch(File.ReadAllText(file), """<[a-z][^>]*\s(style|on[a-z]+)\s*=|<style|<script(?![^>]*\bsrc=)(?![^>]*application/json)""", RegexOptions.IgnoreCase)
                     select file;
        Assert.Empty(inline);
    }
}
