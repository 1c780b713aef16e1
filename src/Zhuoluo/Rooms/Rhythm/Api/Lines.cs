using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Bulletins;

namespace Zhuoluo.Rooms.Rhythm.Api;

/// <param name="On">The day; today where none is given.</param>
/// <param name="Proof">Title or number of what was held or issued.</param>
internal sealed record FinishBeatGiven(DateOnly? On, string? Proof);

/// <param name="On">The day; today where none is given.</param>
/// <param name="Evidence">What was done.</param>
/// <param name="Version">The version that was read; 0 for any.</param>
internal sealed record FinishDecisionGiven(DateOnly? On, string? Evidence, int Version = 0);

/// <summary>State: open, done, late (done after its day) or missed.</summary>
internal sealed record BeatLine(string Id, string Kind, string Name, string? Unit, DateOnly Period, DateOnly DueOn, string State, DateOnly? DoneOn, string? Proof)
{
    public static BeatLine Of(Beat beat, OfficesSnapshot offices, DateOnly today) => new(
        beat.Id.ToString(CultureInfo.InvariantCulture), Word.Of(beat.Kind), beat.Name, offices.Unit(beat.UnitId)?.Code, beat.Period, beat.DueOn, Word.Of(beat.StateOn(today)), beat.DoneOn, beat.Proof);
}

/// <summary>State: open, overdue, done or late (done after its day).</summary>
internal sealed record DecisionLine(string Id, string Text, string? Unit, DateOnly MadeOn, DateOnly DueOn, string State, DateOnly? DoneOn, string? Evidence, int Version)
{
    public static DecisionLine Of(Decision decision, OfficesSnapshot offices, DateOnly today) => new(
        decision.Id.ToString(CultureInfo.InvariantCulture), decision.Text, offices.Unit(decision.UnitId)?.Code, decision.MadeOn, decision.DueOn, Word.Of(decision.StateOn(today)), decision.DoneOn, decision.Evidence, decision.Version);
}

/// <summary>Corrects: id of the one that this corrects.</summary>
internal sealed record BulletinLine(string Id, string Kind, string Title, string? Number, string? Unit, DateOnly From, DateOnly To, DateOnly AsOf, DateOnly? IssuedOn, string? Corrects)
{
    public static BulletinLine Of(Bulletin bulletin, OfficesSnapshot offices) => new(
        bulletin.Id.ToString(CultureInfo.InvariantCulture), Word.Of(bulletin.Kind), bulletin.Title, BulletinPaper.NumberOf(bulletin)?.ToString(), offices.Unit(bulletin.OfficeId)?.Code,
        bulletin.From, bulletin.To, bulletin.AsOf, bulletin.IssuedOn, bulletin.CorrectsId?.ToString(CultureInfo.InvariantCulture));
}
