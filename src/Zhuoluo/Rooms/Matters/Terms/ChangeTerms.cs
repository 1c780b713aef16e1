using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Terms;

/// <summary>Words to add or change, and ids of those to take out.</summary>
internal sealed record ChangeTerms(IReadOnlyList<TermLine> Lines, IReadOnlyList<long> Removed);

internal sealed record TermsChanged(int Added, int Changed, int Removed);

/// <summary>Changes the words of topics; the same list a second time changes nothing and records nothing.</summary>
internal sealed class ChangeTermsHandler(Writer writer, WordBook book)
{
    public async Task<Outcome<TermsChanged>> HandleAsync(ChangeTerms command, Act act, CancellationToken cancel)
    {
        var outcome = await writer.WriteAsync(act, work => ChangeAsync(work, command, cancel), cancel);
        await book.RefreshAsync(cancel);
        return outcome;
    }

    private static async Task<Outcome<TermsChanged>> ChangeAsync(Work work, ChangeTerms command, CancellationToken cancel)
    {
        if (!Permissions.May(work.Act.Who, Capability.ManageCategories))
        {
            return new NotPermitted();
        }
        var topics = await work.Db.Set<Category>().Select(c => c.Code).ToListAsync(cancel);
        var known = (await work.Db.Set<Term>().ToListAsync(cancel)).ToDictionary(t => (t.CategoryCode, t.Kind, t.Text));
        var (added, changed) = (0, 0);
        foreach (var (line, i) in command.Lines.Select((l, i) => (l, i)))
        {
            if (!line.IsGood)
            {
                return new UnreadableTermLine(i + 1);
            }
            if (!topics.Contains(line.Category))
            {
                return new UnknownCategory();
            }
            if (!known.TryGetValue((line.Category, line.Kind, line.Text), out var term))
            {
                term = new Term { Id = work.Act.NewId(), CategoryCode = line.Category, Kind = line.Kind, Text = line.Text, StandsFor = line.StandsFor, Weight = line.Weight };
                known.Add((term.CategoryCode, term.Kind, term.Text), term);
                work.Db.Add(term);
                added++;
            }
            else if ((term.StandsFor, term.Weight) != (line.StandsFor, line.Weight))
            {
                (term.StandsFor, term.Weight) = (line.StandsFor, line.Weight);
                changed++;
            }
        }
        var gone = known.Values.Where(t => command.Removed.Contains(t.Id)).ToList();
        work.Db.RemoveRange(gone);
        if (added + changed + gone.Count > 0)
        {
            work.Record(new TermChangedV1(added, changed, gone.Count), new Subject("term", 1));
        }
        return new TermsChanged(added, changed, gone.Count);
    }
}
