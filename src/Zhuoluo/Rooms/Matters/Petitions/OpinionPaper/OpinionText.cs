using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Petitions.OpinionPaper;

/// <summary>
/// The written opinion as it is handed over: claim, facts and reasons, opinion, legal basis (article 32), and what the petitioner may do next.
/// A draft for the office system, which gives it its number and seal; it names no petitioner.
/// </summary>
internal sealed record OpinionText(string Title, string Number, IReadOnlyList<(string Heading, string Body)> Parts, string Next, string Signed, DateOnly On)
{
    public static async Task<OpinionText?> FindAsync(ZhuoluoContext db, string number, long id, Viewer viewer, Texts texts, CancellationToken cancel)
    {
        var round = await viewer.Sight.Seen(db).Where(m => m.Number == number)
            .Join(db.Set<PetitionRound>().Where(r => r.Id == id), m => m.Id, r => r.MatterId, (_, r) => r).SingleOrDefaultAsync(cancel);
        if (round?.DecidedOn is not { } day)
        {
            return null;
        }
        (string Key, string? Text)[] parts = [("petition.do.claim", round.Claim), ("petition.do.facts", round.Facts), ("petition.do.opinion", round.Opinion), ("petition.do.basis", round.Basis)];
        var verdict = round.Ruling is { } ruling ? texts[ruling.Key().Key] : round.Outcome is { } outcome ? texts[outcome.Key().Key] : "";
        return new OpinionText(
            texts["petition.paper." + Word<OpinionLevel>.Of(round.Level)],
            number,
            [.. parts.Where(p => p.Text is { Length: > 0 }).Select((p, i) => (texts[$"petition.paper.part-{i + 1}", texts[p.Key]],
                p.Key == "petition.do.opinion" && verdict.Length > 0 ? texts["petition.paper.verdict", verdict, p.Text!] : p.Text!))],
            texts["petition.paper.next-" + Word<OpinionLevel>.Of(round.Level)],
            round.UnitId is null ? texts.Show(round.Body) : texts.Unit(viewer.Offices, round.UnitId),
            day);
    }
}
