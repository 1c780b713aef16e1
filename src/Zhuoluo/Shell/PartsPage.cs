using Microsoft.AspNetCore.Mvc;

namespace Zhuoluo.Shell;

/// <summary>The living style page: every part with invented data. Development only.</summary>
internal static class PartsPage
{
    public const string Url = "/shell/parts";

    public static void Map(WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        app.MapMethods(Url, ["GET", "POST"], context =>
            ErrorPages.ShowAsync(context, new ViewResult { ViewName = "/Shell/Pages/Parts.cshtml" })).DisableAntiforgery();
    }
}
