using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Matters.Petitions.Counts;
using Zhuoluo.Rooms.Matters.Petitions.ListPetitions;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Petitions.Report;

/// <summary>One table of the yearly report.</summary>
internal sealed record ReportTable(string Title, IReadOnlyList<CountLine> Lines);

/// <summary>What the office did in the year: forwarded, urged, asked for review; how many petitions each touched.</summary>
internal sealed record ReportDeed(string Key, long Count);

/// <summary>The yearly report of article 41 (rules A8.6): totals, fields, units most complained of, what the office forwarded and supervised.</summary>
internal sealed class YearReport(ZhuoluoContext db, PetitionCounts counts, Texts texts)
{
    private static readonly PetitionVerb[] _told = [PetitionVerb.TellAccepted, PetitionVerb.TellElsewhere, PetitionVerb.TellNotAccepted];

    public async Task<(IReadOnlyList<ReportTable> Tables, IReadOnlyList<ReportDeed> Deeds)> ReadAsync(int year, Viewer viewer, CancellationToken cancel)
    {
        var table = await counts.ReadAsync(year, viewer, cancel);
        var catalogue = await Catalogue.LoadAsync(db, cancel);
        IReadOnlyList<ReportTable> tables =
        [
            new("petition.report.totals", [table.All(texts["petition.count.all"]), .. table.BySort(s => s is { } set ? texts[set.Key().Key] : texts["petition.unsorted"])]),
            new("petition.report.fields", table.ByCategory(c => c is null ? texts["matters.not-sorted"] : texts.Category(catalogue, c))),
            new("petition.report.units", table.ByUnit(u => texts.Unit(viewer.Offices, u), u => u is { } id ? viewer.Offices.Unit(id)?.Code ?? MatterFilter.None : MatterFilter.None)),
        ];
        return (tables, await DeedsAsync(year, viewer, cancel));
    }

    private async Task<IReadOnlyList<ReportDeed>> DeedsAsync(int year, Viewer viewer, CancellationToken cancel)
    {
        var (from, to) = (PetitionLimits.StartOf(new DateOnly(year, 1, 1)).AddHours(-12), PetitionLimits.StartOf(new DateOnly(year + 1, 1, 1)).AddHours(-12));
        var seen = db.Petitions(PetitionFilter.All, viewer).Select(c => c.Matter.Id);
        var steps = await db.Set<PetitionStep>().Where(s => s.At >= from && s.At < to && seen.Contains(s.MatterId))
            .GroupBy(s => s.Verb).Select(g => new { Verb = g.Key, Count = g.LongCount() }).ToListAsync(cancel);
        var urged = await db.Set<Step>().Where(s => s.Verb == Verb.Urge && s.At >= from && s.At < to && seen.Contains(s.MatterId)).LongCountAsync(cancel);
        long Of(params PetitionVerb[] verbs) => steps.Where(s => verbs.Contains(s.Verb)).Sum(s => s.Count);
        return
        [
            new("petition.report.forwarded", Of(PetitionVerb.Forward)),
            new("petition.report.told", Of(_told)),
            new("petition.report.opinions", Of(PetitionVerb.GiveOpinion)),
            new("petition.report.reviews", Of(PetitionVerb.DecideReview)),
            new("petition.report.second-reviews", Of(PetitionVerb.DecideSecondReview)),
            new("petition.report.revoked", Of(PetitionVerb.Revoke)),
            new("petition.report.urged", urged),
        ];
    }
}
