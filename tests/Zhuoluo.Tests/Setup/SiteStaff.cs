using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Tests.Setup;

/// <summary>People of the test county and how they sign in: through the page, as everybody does.</summary>
internal static class SiteStaff
{
    public const string Administrator = "chen.jie";
    public const string Password = "sunlit-river-7";
    public const string CountyCode = "360821";

    public static async Task SetUpAsync(TestSite site)
    {
        var act = site.Operator();
        (await site.Services.GetRequiredService<SetUpCountyHandler>().HandleAsync(new SetUpCounty(CountyCode, "吉安县"), act, default)).IsRefused(out _, out var unitId);
        await site.AddPersonAsync(Administrator, Role.Administrator, unitId);
    }

    public static Act Operator(this TestSite site) =>
        site.Services.GetRequiredService<ActFactory>().New(Actor.Operator("test"), Door.Command);

    /// <summary>Somebody with that role over the unit, by default the whole county; the id.</summary>
    public static async Task<long> AddPersonAsync(this TestSite site, string login, Role? role, long? unitId = null)
    {
        unitId ??= site.Services.GetRequiredService<Offices>().Current.UnitByCode(CountyCode)!.Id;
        var first = role is { } given ? new GiveRole(0, given, unitId.Value, LocalDay.Of(site.Clock.GetUtcNow())) : null;
        var outcome = await site.Services.GetRequiredService<AddPersonHandler>().HandleAsync(
            new AddPerson("测试" + login, login, Password, null, first, MustChangePassword: false), site.Operator(), default);
        return outcome.Match(id => id, refusal => throw new InvalidOperationException(refusal.Code));
    }

    /// <summary>A client that is signed in as a new person with that role (or none), over the unit or the whole county.</summary>
    public static async Task<HttpClient> SignInAsync(this TestSite site, Role? role, long? unitId = null)
    {
        var login = $"{role?.ToString().ToLowerInvariant() ?? "nobody"}.{site.Operator().NewId()}";
        await site.AddPersonAsync(login, role, unitId);
        return await site.SignInAsync(login);
    }

    public static async Task<HttpClient> SignInAsync(this TestSite site, string login, string password = Password)
    {
        var client = site.Client();
        var answer = await client.PostFormAsync("/sign-in", new() { ["Form.LoginName"] = login, ["Form.Password"] = password });
        return answer.StatusCode == System.Net.HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"Not signed in: {answer.StatusCode}");
    }

    /// <summary>A program with this token and no cookie.</summary>
    public static HttpClient Bearing(this TestSite site, string token)
    {
        var client = site.Client();
        client.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Gets the page, takes over what its form holds (tokens against forgery too), changes the given fields and sends it.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string url, Dictionary<string, string> fields, string form = "main form[method=post]", string? button = null)
    {
        var page = await client.PageAsync(url);
        var found = page.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"No form at {url}.");
        var sent = found.Elements.OfType<IHtmlInputElement>().Where(i => i.Name is { Length: > 0 } && (i.Type is not ("checkbox" or "radio") || i.IsChecked))
            .GroupBy(i => i.Name!).ToDictionary(g => g.Key, g => g.First().Value);
        foreach (var area in found.Elements.OfType<IHtmlTextAreaElement>().Where(a => a.Name is { Length: > 0 }))
        {
            sent[area.Name!] = area.Value;
        }
        foreach (var select in found.Elements.OfType<IHtmlSelectElement>().Where(s => s.Name is { Length: > 0 }))
        {
            sent[select.Name!] = select.Value ?? "";
        }
        foreach (var (name, value) in fields)
        {
            sent[name] = value;
        }
        // A button with an address of its own sends the form there.
        var action = button is not null ? found.QuerySelector(button)!.GetAttribute("formaction") is { } own && own.StartsWith('?') ? url + own : throw new InvalidOperationException($"No {button} at {url}.")
            : found.GetAttribute("action") is { Length: > 0 } target ? target : url;
        return await client.PostAsync(action, new FormUrlEncodedContent(sent));
    }

    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string url)
    {
        var answer = await client.GetAsync(url);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }
}
