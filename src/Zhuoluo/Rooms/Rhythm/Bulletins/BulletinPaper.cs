using Zhuoluo.Documents;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>A bulletin as an official document: the same bytes whenever it is asked for once it is issued.</summary>
internal static class BulletinPaper
{
    public static Outcome<OfficialDocument> Of(Bulletin bulletin, OfficesSnapshot offices) => Of(bulletin, Computed.Read(bulletin.Figures), offices);

    /// <summary>Where the numbers were read already.</summary>
    public static Outcome<OfficialDocument> Of(Bulletin bulletin, Computed computed, OfficesSnapshot offices)
    {
        var words = DocumentWords.Shipped;
        if (BulletinText.Read(bulletin.Prose, computed).IsRefused(out var refusal, out var blocks))
        {
            return refusal;
        }
        var office = offices.Unit(bulletin.OfficeId)?.Name ?? "";
        return new OfficialDocument
        {
            Mark = words.Say("mark", office),
            Title = bulletin.Title,
            Number = NumberOf(bulletin),
            NumberOpen = words.Say("number-open", bulletin.Series, bulletin.AsOf.Year),
            DraftMark = words.Say("draft"),
            Addressee = bulletin.Addressee,
            Day = bulletin.IssuedOn ?? bulletin.AsOf,
            Text = blocks,
            Signature = office,
            CopiesTo = Lines(bulletin.CopiesTo),
            PrintedBy = office,
        };
    }

    public static DocumentNumber? NumberOf(Bulletin bulletin) =>
        bulletin is { Year: { } year, Serial: { } serial } ? new DocumentNumber(bulletin.Series, year, serial) : null;

    /// <summary>The report of everything may be longer than the one on one thing (rules D1.1).</summary>
    public static int LimitOf(BulletinKind kind) => kind is BulletinKind.Monthly or BulletinKind.Review ? CharacterCount.Comprehensive : CharacterCount.Special;

    private static string[] Lines(string? typed) => (typed ?? "").Split(['，', ',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
