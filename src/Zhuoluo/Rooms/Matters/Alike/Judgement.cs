using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>What became of one suggestion.</summary>
/// <param name="Kind">Topic or duplicate.</param>
/// <param name="Verdict">What the person made of it.</param>
/// <param name="OtherId">The matter said to be alike.</param>
/// <param name="Suggested">The topic suggested.</param>
/// <param name="Chosen">The topic chosen.</param>
/// <param name="Score">Thousandths.</param>
internal sealed record Judged(SuggestionKind Kind, Verdict Verdict, long? OtherId = null, string? Suggested = null, string? Chosen = null, int Score = 0);

/// <summary>Keeps what people made of suggestions, so that the suggestions can be measured. It decides nothing about the matter.</summary>
internal sealed class Judgement(Writer writer)
{
    public async Task<Outcome<Done>> KeepAsync(long matterId, IReadOnlyList<Judged> judged, Act act, CancellationToken cancel)
    {
        if (judged.Count == 0)
        {
            return Done.Value;
        }
        return await writer.WriteAsync<Done>(act, async work =>
        {
            if (!Permissions.May(act.Who, Capability.AcceptMatter) && !Permissions.May(act.Who, Capability.MergeMatters))
            {
                return new NotPermitted();
            }
            var isConfidential = await work.Db.Set<Matter>().Where(m => m.Id == matterId).Select(m => (bool?)m.IsConfidential).SingleOrDefaultAsync(cancel);
            if (isConfidential is not false)
            {
                return isConfidential is null ? new NotFound("matter") : Done.Value;
            }
            foreach (var one in judged)
            {
                Keep(work, matterId, one);
            }
            return Done.Value;
        }, cancel);
    }

    public static void Keep(Work work, long matterId, Judged one)
    {
        var row = new Suggestion
        {
            Id = work.Act.NewId(),
            MatterId = matterId,
            Kind = one.Kind,
            SuggestedCode = one.Suggested,
            OtherId = one.OtherId,
            Score = one.Score,
            Verdict = one.Verdict,
            ChosenCode = one.Chosen,
            At = work.Act.At,
            PersonId = work.Act.Who.PersonId,
            PersonName = work.Act.Who.Name,
        };
        work.Db.Add(row);
        work.Record(new SuggestionJudgedV1(one.Kind, one.Verdict, Code.OrNull(one.Suggested), Code.OrNull(one.Chosen), one.Score), new Subject("suggestion", row.Id));
    }
}
