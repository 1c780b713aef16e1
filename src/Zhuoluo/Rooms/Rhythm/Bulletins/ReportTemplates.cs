using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>
/// Beginnings of papers as plain text with places for figures: catalog/reports/{kind}.md, or {kind}-{place code}.md where the place has one of its own.
/// </summary>
internal static class ReportTemplates
{
    public static string Prose(BulletinKind kind, OfficesSnapshot offices)
    {
        var word = Word.Of(kind);
        return offices.Places.Where(p => p.Code.Length == 6).Select(p => $"{word}-{p.Code}").Append(word)
            .Select(name => Path.Combine(AppContext.BaseDirectory, "catalog", "reports", name + ".md")).Where(File.Exists).Select(File.ReadAllText).First().Trim();
    }
}
