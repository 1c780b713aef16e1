using System.Diagnostics;
using Zhuoluo.Documents.Docx;

namespace Zhuoluo.Documents.Tests;

/// <summary>The file in a word processor (rules E1.3): a full page of 国 has 22 lines of 28 characters, the page number where it belongs.</summary>
public sealed class RenderTests
{
    [FactWithOffice]
    public void A_full_page_has_22_lines_of_28_characters_and_charts_are_drawn_with_their_values()
    {
        var folder = Directory.CreateTempSubdirectory("zhuoluo-render");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "guo.docx"), DocxFile.Write(Given.PagesOfGuo()));
            File.WriteAllBytes(Path.Combine(folder.FullName, "charts.docx"), DocxFile.Write(Given.ADocument() with { Text = [Given.Months, Given.Units] }));
            Run("soffice", $"-env:UserInstallation=file://{folder.FullName}/profile --headless --norestore --convert-to pdf --outdir {folder.FullName} {folder.FullName}/guo.docx {folder.FullName}/charts.docx");
            FullPage(folder.FullName);
            var drawn = Run("pdftotext", $"-layout {folder.FullName}/charts.pdf -").Replace(" ", "", StringComparison.Ordinal);
            Assert.All(["1,203", "3月", "收到诉求，按月（件），合计1806", "市水利局", "10.125", "完成", "图2"], said => Assert.Contains(said, drawn, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void FullPage(string folder)
    {
        var lines = Run("pdftotext", $"-layout -f 2 -l 2 {folder}/guo.pdf -")
            .Split('\n').Select(l => l.Trim('\f', ' ')).Where(l => l.Length > 0).ToList();
        Assert.Equal(22, lines.Count(l => l.StartsWith('国')));
        Assert.Equal(28, lines.Where(l => l.StartsWith('国')).Max(l => l.Length));
        Assert.True(lines.Count(l => l == new string('国', 28)) >= 18, "lines that are full from edge to edge");
        // The half spaces beside the number are too narrow for the text to keep them.
        Assert.Equal("—2—", lines[^1].Replace(" ", "", StringComparison.Ordinal));
        Assert.InRange(DashBelowText(folder), 6, 8);
    }

    // Millimetres from the text area's lower edge to the dash, read from the picture of page 2: the dash is the longest dark row below the text.
    private static double DashBelowText(string folder)
    {
        const int Dots = 127;
        Run("pdftoppm", $"-r {Dots} -gray -f 2 -l 2 -singlefile {folder}/guo.pdf {folder}/page");
        var bytes = File.ReadAllBytes(Path.Combine(folder, "page.pgm"));
        var head = System.Text.Encoding.ASCII.GetString(bytes, 0, 20).Split((char[])[' ', '\n'], 5);
        var (width, height) = (int.Parse(head[1], System.Globalization.CultureInfo.InvariantCulture), int.Parse(head[2], System.Globalization.CultureInfo.InvariantCulture));
        var pixels = bytes.AsSpan(bytes.Length - width * height);
        var below = (int)((297 - 35 + 1) / 25.4 * Dots);
        var (row, most) = (0, 0);
        for (var y = below; y < height; y++)
        {
            var dark = 0;
            foreach (var pixel in pixels.Slice(y * width, width))
            {
                dark += pixel < 128 ? 1 : 0;
            }
            if (dark > most)
            {
                (row, most) = (y, dark);
            }
        }
        return row * 25.4 / Dots - (297 - 35);
    }

    private static string Run(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, program);
        return output;
    }
}

/// <summary>./test installs the word processor; where it cannot, the test says why it did not run.</summary>
public sealed class FactWithOfficeAttribute : FactAttribute
{
    public FactWithOfficeAttribute()
    {
        var missing = new[] { "soffice", "pdftotext", "pdftoppm" }.Where(program => !IsOnPath(program)).ToList();
        if (missing.Count > 0)
        {
            Skip = $"{string.Join(", ", missing)} not installed (libreoffice-writer-nogui, poppler-utils); ./test installs them.";
        }
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
