using Zhuoluo.Journeys.Setup;

namespace Zhuoluo.Journeys;

/// <summary>Every main page at both widths: no axe violation, no CSP event, no script error, no sideways scrolling. Pictures for docs/screens.</summary>
[Collection(nameof(Browser))]
public sealed class PagesTests(Browser browser, DemoSite site)
{
    private static readonly string[] _public =
    [
        "/", "/submit", "/track", "/public", "/public/records", "/public/units", "/public/overdue", "/public/statistics",
        "/public/drives/visits-2021", "/public/drives/survey-2021", "/public/drives/hall-2021", "/calendar/2026", "/calendar/deadline", "/sign-in",
    ];

    private static readonly (string Login, string[] Paths)[] _staff =
    [
        ("dispatcher", ["/work", "/triage", "/matters", "/matters?state=open", "/matters/new", "/statistics", "/visits/new", "/drives", "/duty", "/categories"]),
        ("roads.handler", ["/work", "/matters", "/account"]),
        ("editor", ["/work", "/publish"]),
        ("supervisor", ["/work", "/evaluation", "/evaluation/dissatisfied", "/evaluation/draws", "/evaluation/exclusions", "/evaluation/alarms", "/evaluation/setup"]),
        ("roads.head", ["/templates", "/templates/reuse"]),
        ("demo.admin", ["/work", "/organisation/groups", "/import", "/organisation/units", "/organisation/places", "/organisation/people", "/organisation/groups", "/calendar/profiles"]),
    ];

    public static TheoryData<bool, string> SizesAndLanguages => new() { { false, "zh-CN" }, { true, "zh-CN" }, { true, "zh-TW" }, { false, "en-GB" } };

    [Theory, MemberData(nameof(SizesAndLanguages))]
    public async Task Public_pages_are_sound(bool isPhone, string language)
    {
        await using var anybody = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone, language);
        foreach (var path in _public)
        {
            await anybody.GoAsync(path);
            Assert.Equal(language switch { "zh-TW" => "zh-Hant", "en-GB" => "en", _ => "zh-Hans" }, await anybody.Page.GetAttributeAsync("html", "lang"));
            if (language == "zh-CN")
            {
                await anybody.PictureAsync(NameOf("public", path));
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Staff_pages_are_sound(bool isPhone)
    {
        foreach (var (login, paths) in _staff)
        {
            await using var somebody = await Visitor.ArriveAsync(browser.Chromium, site.Address, isPhone);
            await somebody.SignInAsync(login);
            foreach (var path in paths)
            {
                var answer = await somebody.Page.GotoAsync(path);
                Assert.True(answer!.Ok, $"{login} {path}: {answer.Status}");
                await somebody.CheckAsync();
                await somebody.PictureAsync(NameOf(login, path));
            }
        }
    }

    private static string NameOf(string who, string path) =>
        $"{who}-{(path == "/" ? "home" : string.Join('-', path.Split(['/', '?', '='], StringSplitOptions.RemoveEmptyEntries)))}";
}
