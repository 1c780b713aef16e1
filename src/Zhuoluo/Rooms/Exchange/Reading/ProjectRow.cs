using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>
/// A project of an office's list. Units are codes; <see cref="Owner"/> is the town or unit whose project it is, where the list names one.
/// <see cref="Money"/> is in fen, <see cref="Percent"/> in points of a hundred, null where nothing is told. <see cref="Light"/> is computed
/// for the day of the list (null without one); <see cref="TypedLight"/> is what somebody put into the cell, by word or by colour, kept only to
/// be compared.
/// </summary>
internal sealed record ProjectRow(
    string? Owner, string Name, string? Field, string? Content, IReadOnlyList<Target> Targets, string? Leader, string? Post, string? Lead,
    IReadOnlyList<string> Assist, long? Money, DateOnly Start, DateOnly Finish, decimal? Percent, string? Light, string? TypedLight,
    string? Problem, string? Remark) : ImportedRow
{
    public bool IsDone => Percent >= 100;

    /// <summary>By which it is known again in every file that goes onto the same list (samples rule 16).</summary>
    public string?[] Identity => [Owner, Name, Lead];
}
