using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Bulletins;

namespace Zhuoluo.Rooms.Rhythm.Api;

/// <param name="Kind">bulletin, weekly, monthly, special or review.</param>
/// <param name="Unit">Code of the unit that issues it.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day, at most a year later.</param>
/// <param name="Series">The office's code of its numbers.</param>
/// <param name="Corrects">Id of the issued one that it corrects; kind, unit, period and series are then that one's.</param>
internal sealed record BulletinGiven(string? Kind, string? Unit, DateOnly From, DateOnly To, string? Series, long? Corrects);

/// <param name="Title">Title.</param>
/// <param name="Series">The office's code of its numbers.</param>
/// <param name="Prose">Paragraphs by lines; figures, tables and charts in braces.</param>
/// <param name="Addressee">To whom.</param>
/// <param name="CopiesTo">Who gets copies, parted by commas.</param>
/// <param name="Version">The version that was read; 0 for any.</param>
internal sealed record BulletinTextGiven(string? Title, string? Series, string? Prose, string? Addressee, string? CopiesTo, int Version = 0);

/// <param name="Note">Why it goes back.</param>
/// <param name="Version">The version that was read; 0 for any.</param>
internal sealed record BulletinMoveGiven(string? Note, int Version = 0);

/// <summary>A bulletin with its text, as staff see it. Characters: its length as offices count it.</summary>
internal sealed record BulletinTold(BulletinLine Bulletin, string State, string Prose, int Characters, IReadOnlyList<PlacedTold> Figures, IReadOnlyList<TableTold> Tables, int Version)
{
    public static BulletinTold Of(Bulletin bulletin, OfficesSnapshot offices)
    {
        var computed = Computed.Read(bulletin.Figures);
        return new BulletinTold(
            BulletinLine.Of(bulletin, offices), Word.Of(bulletin.State), bulletin.Prose, BulletinPaper.Of(bulletin, computed, offices).Match(Documents.CharacterCount.Of, _ => 0),
            [.. computed.Figures.Select(f => new PlacedTold(f.Label, f.Text, f.Figure, f.StatedId?.ToString(CultureInfo.InvariantCulture)))],
            [.. computed.Tables.Select(t => new TableTold(t.Label, t.Columns, t.Rows))], bulletin.Version);
    }
}

/// <param name="Label">As the text names it in braces.</param>
/// <param name="Text">As it is printed.</param>
/// <param name="Figure">Key of the figure; null for what is counted for this kind of paper alone.</param>
/// <param name="Stated">Id of the stated figure, once the text was sent to its second reader.</param>
internal sealed record PlacedTold(string Label, string Text, string? Figure, string? Stated);

internal sealed record TableTold(string Label, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
