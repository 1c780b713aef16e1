using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Zhuoluo.Shell;

/// <summary>
/// The living style pages: every part with invented data, in both frames; <c>?wrong=1</c> shows them refused. Development only.
/// </summary>
internal static class PartsPage
{
    public static void Map(WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.MapGet("/shell/parts", context => ShowAsync(context, "/Shell/Pages/Parts.cshtml"));
            app.MapGet("/shell/parts/citizen", context => ShowAsync(context, "/Shell/Pages/PartsCitizen.cshtml"));
        }
    }

    private static Task ShowAsync(HttpContext context, string view)
    {
        var texts = context.RequestServices.GetRequiredService<Texts>();
        var state = new ModelStateDictionary();
        if (context.Request.Query.ContainsKey("wrong"))
        {
            state.AddModelError("", texts["sample.refused"]);
            foreach (var field in (string[])["Telephone", "Body", "Channel", "Title", "Kind"])
            {
                state.AddModelError("Form." + field, texts["form.required"]);
            }
        }

        var metadata = context.RequestServices.GetRequiredService<IModelMetadataProvider>();
        var page = new ViewResult
        {
            ViewName = view,
            ViewData = new ViewDataDictionary<PartsSample>(metadata, state) { Model = new PartsSample() },
        };
        return ErrorPages.ShowAsync(context, page);
    }
}
