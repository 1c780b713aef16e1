using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Categories;

/// <summary>A list of topics was taken in.</summary>
internal sealed record CategoriesImportedV1(int Added, int Changed) : IEntry
{
    public static string Kind => "categories.imported";
    public static int Version => 1;
}
