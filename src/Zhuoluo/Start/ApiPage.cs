using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.OpenApi;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Start;

/// <summary>GET /api: the document as a page that a person can read, without any script.</summary>
internal static class ApiPage
{
    public static void MapApiPage(this WebApplication app) => app.MapGet("/api", async (HttpContext context) =>
    {
        var document = await ApiDocument.ReadAsync(context.RequestServices);
        var calls = from path in document.Paths
                    from operation in path.Value.Operations ?? []
                    select CallOf(path.Key, operation.Key, operation.Value);
        var metadata = context.RequestServices.GetRequiredService<IModelMetadataProvider>();
        await ErrorPages.ShowAsync(context, new ViewResult
        {
            ViewName = "/Shell/Pages/Api.cshtml",
            ViewData = new ViewDataDictionary<ApiListed>(metadata, new ModelStateDictionary()) { Model = new ApiListed(ApiDocument.Address, [.. calls]) },
        });
    }).ExcludeFromDescription().Open();

    private static ApiCall CallOf(string path, HttpMethod method, OpenApiOperation operation) => new(
        operation.Tags?.FirstOrDefault()?.Name ?? "", method.Method, path, operation.Summary ?? "", operation.Description ?? "",
        [.. (operation.Parameters ?? []).Select(p => (p.Name ?? "", p.In?.ToString().ToLowerInvariant() ?? "", p.Description ?? ""))],
        [.. (operation.Responses ?? []).Keys.Order(StringComparer.Ordinal)]);
}
