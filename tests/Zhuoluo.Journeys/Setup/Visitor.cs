using System.Text.Json;
using Microsoft.Playwright;

namespace Zhuoluo.Journeys.Setup;

/// <summary>
/// Somebody at a browser, on a desktop or a phone. Every page they look at is checked: no axe violation, no CSP event, no console error,
/// no sideways scrolling.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    private static readonly string _axe = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Setup", "axe.min.js"));
    private readonly IBrowserContext _context;
    private readonly List<string> _troubles = [];

    private Visitor(IBrowserContext context, IPage page, bool isPhone) => (_context, Page, IsPhone) = (context, page, isPhone);

    public IPage Page { get; }
    public bool IsPhone { get; }

    public static async Task<Visitor> ArriveAsync(IBrowser browser, Uri site, bool isPhone, string language = "zh-CN")
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            Locale = language,
            TimezoneId = "Asia/Shanghai",
            ViewportSize = isPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
            HasTouch = isPhone,
            IsMobile = isPhone,
        });
        context.SetDefaultTimeout(20_000);
        await context.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI));");
        var page = await context.NewPageAsync();
        var visitor = new Visitor(context, page, isPhone);
        page.Console += (_, message) =>
        {
            // A page that answers 4xx is a console error by itself; the journeys assert on statuses where they matter.
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
            {
                visitor._troubles.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => visitor._troubles.Add($"{page.Url}: {error}");
        return visitor;
    }

    /// <summary>Opens a page and checks it.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await CheckAsync();
    }

    /// <summary>Checks the page that is open now.</summary>
    public async Task CheckAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        await Page.EvaluateAsync(_axe);
        var answer = await Page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})).violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' | '))");
        Assert.True(answer.GetArrayLength() == 0, $"axe at {Page.Url}: {answer}");
        var overflow = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{Page.Url} is {overflow} px too wide");
        Assert.Empty(_troubles);
    }

    /// <summary>Keeps a picture for docs/screens when ZHUOLUO_SCREENS names a folder.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("ZHUOLUO_SCREENS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{(IsPhone ? "phone" : "desktop")}.png"), FullPage = false });
        }
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
