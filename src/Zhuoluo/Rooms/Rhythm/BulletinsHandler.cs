using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Documents;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Bulletins;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>Drafts, writes, counts anew and moves a bulletin; everything in one transaction, nothing after the issue.</summary>
internal sealed class BulletinsHandler(Writer writer, Offices offices, PlacedFigures placed)
{
    public Task<Outcome<long>> DraftAsync(DraftBulletin command, Act act, CancellationToken cancel) => writer.WriteAsync<long>(act, async work =>
    {
        var corrected = command.CorrectsId is { } id ? await work.Db.Set<Bulletin>().SingleOrDefaultAsync(b => b.Id == id && b.State == BulletinState.Issued, cancel) : null;
        if (command.CorrectsId is not null && corrected is null)
        {
            return new NotFound("bulletin");
        }
        var wanted = corrected is null ? command : new DraftBulletin(corrected.Kind, corrected.OfficeId, corrected.From, corrected.To, corrected.Series) { CorrectsId = corrected.Id };
        if (BulletinRules.Refuse(wanted, act, offices.Current) is { } refusal)
        {
            return refusal;
        }
        if (wanted.BeatId is { } beat && !await work.Db.Set<Beat>().AnyAsync(b => b.Id == beat && b.DoneOn == null, cancel))
        {
            return new NotFound("beat");
        }
        var bulletin = Drafted(wanted, corrected, act);
        bulletin.Figures = (await CountAsync(work, bulletin, corrected, cancel)).Write();
        work.Db.Add(bulletin);
        work.Record(new BulletinDraftedV1(bulletin.Kind, CodeOf(bulletin), bulletin.From, bulletin.To, corrected is not null), new Subject("bulletin", bulletin.Id));
        return bulletin.Id;
    }, cancel);

    public Task<Outcome<Bulletin>> WriteAsync(WriteBulletin command, Act act, CancellationToken cancel) => ChangeAsync(command.Id, command.Version, act, async (work, bulletin) =>
    {
        await AddNewlyNamedAsync(work, bulletin, command.Prose ?? "", cancel);
        if (BulletinRules.Decide(bulletin, command, act).IsRefused(out var refusal, out var written))
        {
            return refusal;
        }
        (bulletin.Title, bulletin.Series, bulletin.Prose) = (written.Title!, written.Series!, written.Prose!);
        (bulletin.Addressee, bulletin.CopiesTo) = (written.Addressee, written.CopiesTo);
        (bulletin.ChangedById, bulletin.ChangedByName) = (act.Who.PersonId, act.Who.Name);
        Moved(work, bulletin, BulletinVerb.Write, bulletin.State);
        return bulletin;
    }, cancel);

    public Task<Outcome<Bulletin>> MoveAsync(MoveBulletin command, Act act, CancellationToken cancel) => ChangeAsync(command.Id, command.Version, act, async (work, bulletin) =>
    {
        if (BulletinPaper.Of(bulletin, offices.Current).IsRefused(out var refusal, out var paper))
        {
            return refusal;
        }
        if (BulletinRules.Refuse(bulletin, command, act, paper) is { } no)
        {
            return no;
        }
        var before = bulletin.State;
        bulletin.State = BulletinRules.After(command.Verb, before);
        if (await ApplyAsync(work, bulletin, command, paper, cancel) is { } stopped)
        {
            return stopped;
        }
        if (command.Verb is not (BulletinVerb.Issue or BulletinVerb.Publish))
        {
            Moved(work, bulletin, command.Verb, before);
        }
        return bulletin;
    }, cancel);

    private async Task<Refusal?> ApplyAsync(Work work, Bulletin bulletin, MoveBulletin command, OfficialDocument paper, CancellationToken cancel)
    {
        var (act, today) = (work.Act, LocalDay.Of(work.Act.At));
        switch (command.Verb)
        {
            case BulletinVerb.Recount:
                await RecountAsync(work, bulletin, today, cancel);
                break;
            case BulletinVerb.Send:
                // What the second reader approves is what is issued: all of it counted at this moment, and frozen.
                var counted = await RecountAsync(work, bulletin, today, cancel);
                if ((await placed.StateAsync(work, bulletin, counted, cancel)).IsRefused(out var refusal, out var stated))
                {
                    return refusal;
                }
                bulletin.Figures = stated.Write();
                break;
            case BulletinVerb.Return:
                bulletin.ReturnNote = command.Note!.Trim();
                break;
            case BulletinVerb.Approve:
                (bulletin.ApprovedById, bulletin.ApprovedByName, bulletin.ApprovedOn, bulletin.ReturnNote) = (act.Who.PersonId, act.Who.Name, today, null);
                break;
            case BulletinVerb.Issue:
                await IssueAsync(work, bulletin, paper, today, cancel);
                break;
            case BulletinVerb.Publish:
                bulletin.PublishedOn = today;
                work.Record(new BulletinPublishedV1(bulletin.Kind, bulletin.Year!.Value, bulletin.Serial!.Value, today), new Subject("bulletin", bulletin.Id));
                var ids = Computed.Read(bulletin.Figures).Figures.Select(f => f.StatedId).OfType<long>().ToList();
                StateFigureHandler.Publish(work, await work.Db.Set<StatedFigure>().Where(s => ids.Contains(s.Id)).ToListAsync(cancel));
                break;
        }
        return null;
    }

    private async Task<Computed> RecountAsync(Work work, Bulletin bulletin, DateOnly today, CancellationToken cancel)
    {
        var corrected = bulletin.CorrectsId is { } id ? await work.Db.Set<Bulletin>().SingleAsync(b => b.Id == id, cancel) : null;
        var computed = await CountAsync(work, bulletin, corrected, cancel);
        (bulletin.Figures, bulletin.AsOf) = (computed.Write(), today);
        return computed;
    }

    // A label that is new in the text has to be counted; then everything is, for all numbers are of one day.
    private async Task AddNewlyNamedAsync(Work work, Bulletin bulletin, string prose, CancellationToken cancel)
    {
        var known = Computed.Read(bulletin.Figures);
        if (bulletin.State == BulletinState.Draft
            && (BulletinText.LabelsOf(prose).Any(l => known.Figure(l) is null) || TextPlace.Of(prose).Any(p => p.By is { } by && !known.Tables.Any(t => t.Label == p.Name && t.By == by))))
        {
            var before = bulletin.Prose;
            bulletin.Prose = prose;
            await RecountAsync(work, bulletin, LocalDay.Of(work.Act.At), cancel);
            bulletin.Prose = before;
        }
    }

    private async Task IssueAsync(Work work, Bulletin bulletin, OfficialDocument paper, DateOnly today, CancellationToken cancel)
    {
        var last = await work.Db.Set<Bulletin>().Where(b => b.Series == bulletin.Series && b.Year == today.Year).MaxAsync(b => b.Serial, cancel);
        (bulletin.Year, bulletin.Serial, bulletin.IssuedOn) = (today.Year, (last ?? 0) + 1, today);
        work.Record(
            new BulletinIssuedV1(bulletin.Kind, CodeOf(bulletin), today.Year, bulletin.Serial.Value, today, bulletin.CorrectsId is not null, CharacterCount.Of(paper)),
            new Subject("bulletin", bulletin.Id));
        if (bulletin.BeatId is { } id && await work.Db.Set<Beat>().SingleOrDefaultAsync(b => b.Id == id && b.DoneOn == null, cancel) is { } beat)
        {
            beat.BulletinId = bulletin.Id;
            await FinishBeatHandler.FinishAsync(work, beat, today, BulletinPaper.NumberOf(bulletin)!.ToString(), offices.Current, cancel);
        }
    }

    private Task<Outcome<Bulletin>> ChangeAsync(long id, int version, Act act, Func<Work, Bulletin, Task<Outcome<Bulletin>>> change, CancellationToken cancel) => writer.WriteAsync(act, async work =>
    {
        if (await work.Db.Set<Bulletin>().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } bulletin)
        {
            return new NotFound("bulletin");
        }
        if (version != 0 && version != bulletin.Version)
        {
            return new ChangedMeanwhile(bulletin.ChangedByName, bulletin.ChangedAt);
        }
        (bulletin.Version, bulletin.ChangedAt) = (bulletin.Version + 1, act.At);
        return await change(work, bulletin);
    }, cancel);

    private async Task<Computed> CountAsync(Work work, Bulletin bulletin, Bulletin? corrected, CancellationToken cancel)
    {
        var words = DocumentWords.Shipped;
        var own = await new Counting(work.Db, offices.Current, words, work.Act.At).CountAsync(bulletin.From, bulletin.To, cancel);
        var computed = await placed.CountAsync(work.Db, own, bulletin.Prose, bulletin.From, bulletin.To, work.Act.At, cancel);
        return corrected is null ? computed : computed with
        {
            Figures = [.. computed.Figures, new ComputedFigure("corrects", words.Labels["corrects"], NameOf(corrected, words), "/rhythm/bulletins/" + corrected.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        };
    }

    private Bulletin Drafted(DraftBulletin wanted, Bulletin? corrected, Act act)
    {
        var words = DocumentWords.Shipped;
        var kind = words.Kinds[Word.Of(wanted.Kind)];
        return new Bulletin
        {
            Id = act.NewId(),
            Kind = wanted.Kind,
            OfficeId = wanted.OfficeId,
            Title = corrected is null ? DocumentWords.Filled(kind.Title, Counting.PeriodOf(wanted.From, wanted.To, words)) : DocumentWords.Filled(words.Correction.Title, BulletinPaper.NumberOf(corrected)!),
            Series = wanted.Series,
            From = wanted.From,
            To = wanted.To,
            AsOf = LocalDay.Of(act.At),
            Addressee = corrected is not null ? corrected.Addressee : kind.Addressee.Length == 0 ? null : kind.Addressee,
            CopiesTo = corrected?.CopiesTo,
            Prose = corrected is null ? ReportTemplates.Prose(wanted.Kind, offices.Current) : words.Correction.First + "\n" + corrected.Prose,
            Figures = new Computed([], []).Write(),
            State = BulletinState.Draft,
            DraftedById = act.Who.PersonId,
            DraftedByName = act.Who.Name,
            ChangedById = act.Who.PersonId,
            ChangedByName = act.Who.Name,
            ChangedAt = act.At,
            CorrectsId = corrected?.Id,
            BeatId = wanted.BeatId,
        };
    }

    private static string NameOf(Bulletin bulletin, DocumentWords words) => DocumentWords.Filled(words.Correction.Named, bulletin.Title, BulletinPaper.NumberOf(bulletin)!);

    private void Moved(Work work, Bulletin bulletin, BulletinVerb verb, BulletinState before) => work.Record(
        new BulletinMovedV1(verb, before, bulletin.State, BulletinPaper.Of(bulletin, offices.Current).Match(CharacterCount.Of, _ => 0)),
        new Subject("bulletin", bulletin.Id));

    private Code? CodeOf(Bulletin bulletin) => Code.OrNull(offices.Current.Unit(bulletin.OfficeId)?.Code);
}
