using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Categories;

/// <summary>GET /api/v1/categories: the published list of topics.</summary>
internal static class CategoriesApi
{
    public static void Map(WebApplication app) => app.MapGet("/api/v1/categories", async (HttpContext context, ZhuoluoContext db, CancellationToken cancel) =>
        Tagged.Json(context, (await db.Set<Category>().OrderBy(c => c.Code).ToListAsync(cancel))
            .ConvertAll(c => new CategoryTold(c.Code, c.Name, c.ParentCode, c.StandardRef, c.StandardCode, c.ValidFrom, c.ValidTo))))
        .Open().ForAnySite().Tells("listCategories", "Organisation", "The topics, with the standard that each comes from").Gives<IReadOnlyList<CategoryTold>>();
}

internal sealed record CategoryTold(string Code, string Name, string? Parent, string Standard, string? StandardCode, DateOnly ValidFrom, DateOnly? ValidTo);
