using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Documents;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Rhythm.Bulletins;

namespace Zhuoluo.Rooms.Rhythm.Meetings;

/// <summary>Minutes of a meeting that was held, as an official document without signature and without number: the office gives that.</summary>
internal static class MinutesPaper
{
    public static async Task<OfficialDocument> ReadAsync(ZhuoluoContext db, Meeting meeting, OfficesSnapshot offices, CancellationToken cancel)
    {
        var board = await Board.HeldAsync(db, meeting, cancel);
        var decided = await db.Set<Decision>().Where(d => d.MeetingId == meeting.Id).OrderBy(d => d.Serial).ToListAsync(cancel);
        var invited = await db.Set<MeetingUnit>().Where(u => u.MeetingId == meeting.Id).Select(u => u.UnitId).ToListAsync(cancel);
        return Of(meeting, board, decided, invited, offices);
    }

    private static OfficialDocument Of(Meeting meeting, Board board, List<Decision> decided, List<long> invited, OfficesSnapshot offices)
    {
        var words = DocumentWords.Shipped;
        var held = meeting.HeldOn ?? meeting.On;
        var office = offices.Unit(meeting.OfficeId)?.Name ?? "";
        string NameOf(long unit) => offices.Unit(unit)?.Name ?? "";
        List<Block> text =
        [
            new Labelled(words.Minute("time"), DayText.Of(held)),
            new Labelled(words.Minute("office"), office),
            new Labelled(words.Minute("invited"), invited.Count == 0 ? words.Minute("nobody") : string.Join('、', invited.Select(NameOf))),
        ];
        if (meeting.Notes is { } notes)
        {
            text.Add(new Heading(1, words.Minute("notes")));
            text.AddRange(notes.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => new Paragraph(line)));
        }
        text.Add(new Heading(1, words.Minute("lights")));
        text.Add(board.Rows.Count == 0 ? new Paragraph(words.Minute("no-lights")) : TableOf(words.Tables["lights"], [3, 2, 1, 2, 2], board.Rows.Select(r => (IReadOnlyList<string>)
            [r.Name, NameOf(r.UnitId), words.Say(r.Light == ProjectLight.Red ? "red" : "yellow"), DayText.Of(r.FirstFinish), DayText.Of(r.PlannedFinish)])));
        text.Add(new Heading(1, words.Minute("earlier")));
        text.Add(board.Earlier.Count == 0 ? new Paragraph(words.Minute("no-earlier")) : TableOf(words.Tables["decisions"], [4, 2, 2, 1], board.Earlier.Select(d => (IReadOnlyList<string>)
            [d.Text, NameOf(d.UnitId), DayText.Of(d.DueOn), words.Say(Word.Of(StateAt(d, held)))])));
        text.Add(new Heading(1, words.Minute("decided")));
        text.AddRange(decided.Count == 0
            ? [new Paragraph(words.Minute("nothing"))]
            : decided.SelectMany(d => (IEnumerable<Block>)[new Heading(3, words.Minute("decision", d.Text, NameOf(d.UnitId), DayText.Of(d.DueOn)))]));
        return new OfficialDocument
        {
            Mark = words.Say("mark", office),
            Title = words.Minute("title", meeting.Title),
            Day = held,
            Text = text,
            NumberOpen = words.Minute("draft"),
            DraftMark = words.Minute("draft"),
            PrintedBy = office,
        };
    }

    // As the meeting saw it: what was done later was not done then.
    private static DecisionState StateAt(Decision decision, DateOnly held) =>
        decision.DoneOn is { } done && done > held ? (decision.DueOn < held ? DecisionState.Overdue : DecisionState.Open) : decision.StateOn(held);

    private static Table TableOf(TableWords words, int[] shares, IEnumerable<IReadOnlyList<string>> rows) =>
        new(null, [.. words.Columns.Select((c, i) => new Column(c, shares[i]))], [.. rows]);
}
