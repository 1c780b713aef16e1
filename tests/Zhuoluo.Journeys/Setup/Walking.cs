using Microsoft.Playwright;
using Zhuoluo.Demo;

namespace Zhuoluo.Journeys.Setup;

/// <summary>What people do on pages, in their words.</summary>
internal static class Walking
{
    public static async Task SignInAsync(this Visitor visitor, string login)
    {
        await visitor.GoAsync("/sign-in");
        await visitor.Page.FillAsync("[name='Form.LoginName']", login);
        await visitor.Page.FillAsync("[name='Form.Password']", DemoPeople.Password);
        await visitor.SubmitAsync("main form button[type=submit], main form button.btn-primary");
    }

    /// <summary>Presses a button that posts a form, waits for the page that answers, and checks that one too.</summary>
    public static async Task SubmitAsync(this Visitor visitor, string selector)
    {
        // The answer may have the same address as the form, so the old page is marked and the new one is told by lacking the mark.
        await visitor.Page.EvaluateAsync("() => { window.isBefore = true; }");
        await visitor.Page.Locator(selector).First.ClickAsync();
        await visitor.Page.WaitForFunctionAsync("() => !window.isBefore && document.readyState === 'complete'");
        await visitor.CheckAsync();
    }

    public static Task ChooseAsync(this Visitor visitor, string name, string value) =>
        visitor.Page.Locator($"input[name='{name}'][value='{value}']").CheckAsync(new() { Force = true });

    /// <summary>Does one verb to a matter through its form and sees that the matter's page answers.</summary>
    public static async Task DoAsync(this Visitor visitor, string number, string verb, Func<IPage, Task>? fill = null)
    {
        await visitor.GoAsync($"/matters/{number}/do/{verb}");
        if (fill is not null)
        {
            await fill(visitor.Page);
        }
        await visitor.PictureAsync($"do-{verb}");
        await visitor.SubmitAsync("main form .form-actions button.btn-primary");
        Assert.DoesNotContain("/do/", visitor.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>How many records a count on screen stands for.</summary>
    public static async Task<long> NumberAsync(this ILocator locator) =>
        long.Parse((await locator.InnerTextAsync()).Replace(",", "", StringComparison.Ordinal).Trim(), System.Globalization.CultureInfo.InvariantCulture);
}
