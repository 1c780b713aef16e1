using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Categories;
using Zhuoluo.Rooms.Matters.Drives;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>Takes a list of topics in; the same list a second time changes nothing and records nothing.</summary>
internal sealed class ImportCategoriesHandler(Writer writer)
{
    public Task<Outcome<CategoriesImported>> HandleAsync(ImportCategories command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => ImportAsync(work, command, cancel), cancel);

    private static async Task<Outcome<CategoriesImported>> ImportAsync(Work work, ImportCategories command, CancellationToken cancel)
    {
        if (!Permissions.May(work.Act.Who, Capability.ManageCategories))
        {
            return new NotPermitted();
        }
        var known = await work.Db.Set<Category>().ToDictionaryAsync(c => c.Code, StringComparer.Ordinal, cancel);
        var (added, changed) = (0, 0);
        for (var i = 0; i < command.Lines.Count; i++)
        {
            if (Read(command.Lines[i]).IsRefused(out var refusal, out var line))
            {
                return new CategoryLineRefused(i + 1, refusal);
            }
            if (!known.TryGetValue(line.Code, out var category))
            {
                known[line.Code] = Row(line, LocalDay.Of(work.Act.At));
                work.Db.Add(known[line.Code]);
                added++;
            }
            else if (Change(category, line))
            {
                changed++;
            }
        }
        if (added + changed > 0)
        {
            work.Record(new CategoriesImportedV1(added, changed), new Subject("categories", 1));
        }
        return new CategoriesImported(added, changed);
    }

    private static Outcome<CategoryLine> Read(CategoryLine line)
    {
        if (Code.OrNull(line.Code) is null)
        {
            return new UnreadableCode();
        }
        if (PlainText.Read(line.Name, nameof(line.Name), CategoryLine.LongestName).IsRefused(out var refusal, out var name))
        {
            return refusal;
        }
        if (name is null)
        {
            return new Missing(nameof(line.Name));
        }
        return line with { Name = name };
    }

    private static Category Row(CategoryLine line, DateOnly today) => new()
    {
        Code = line.Code,
        Name = line.Name,
        ParentCode = line.ParentCode,
        StandardRef = line.StandardRef,
        StandardCode = line.StandardCode,
        UsualUnits = line.UsualUnits,
        // Older matters may be filed under it too: a topic new to the system is not new to the county.
        ValidFrom = new DateOnly(Math.Min(today.Year, 2000), 1, 1),
        ValidTo = line.ValidTo,
    };

    private static bool Change(Category category, CategoryLine line)
    {
        var after = (line.Name, line.ParentCode, line.StandardCode, line.UsualUnits, line.ValidTo);
        if ((category.Name, category.ParentCode, category.StandardCode, category.UsualUnits, category.ValidTo) == after)
        {
            return false;
        }
        (category.Name, category.ParentCode, category.StandardCode, category.UsualUnits, category.ValidTo) = after;
        return true;
    }
}
