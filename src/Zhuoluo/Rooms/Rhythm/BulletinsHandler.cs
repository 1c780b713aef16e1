using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Documents;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Rhythm.Bulletins;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>Drafts, writes, counts anew and moves a bulletin; everything in one transaction, nothing after the issue.</summary>
internal sealed class BulletinsHandler(Writer writer, Offices offices)
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
        var computed = await CountAsync(work, wanted.From, wanted.To, corrected, cancel);
        var bulletin = Drafted(wanted, corrected, computed, act);
        work.Db.Add(bulletin);
        work.Record(new BulletinDraftedV1(bulletin.Kind, CodeOf(bulletin), bulletin.From, bulletin.To, corrected is not null), new Subject("bulletin", bulletin.Id));
        return bulletin.Id;
    }, cancel);

    public Task<Outcome<Bulletin>> WriteAsync(WriteBulletin command, Act act, CancellationToken cancel) => ChangeAsync(command.Id, command.Version, act, (work, bulletin) =>
    {
        if (BulletinRules.Decide(bulletin, command, act).IsRefused(out var refusal, out var written))
        {
            return Task.FromResult<Outcome<Bulletin>>(refusal);
        }
        (bulletin.Title, bulletin.Series, bulletin.Prose) = (written.Title!, written.Series!, written.Prose!);
        (bulletin.Addressee, bulletin.CopiesTo) = (written.Addressee, written.CopiesTo);
        (bulletin.ChangedById, bulletin.ChangedByName) = (act.Who.PersonId, act.Who.Name);
        Moved(work, bulletin, BulletinVerb.Write, bulletin.State);
        return Task.FromResult<Outcome<Bulletin>>(bulletin);
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
        await ApplyAsync(work, bulletin, command, paper, cancel);
        if (command.Verb is not (BulletinVerb.Issue or BulletinVerb.Publish))
        {
            Moved(work, bulletin, command.Verb, before);
        }
        return bulletin;
    }, cancel);

    private async Task ApplyAsync(Work work, Bulletin bulletin, MoveBulletin command, OfficialDocument paper, CancellationToken cancel)
    {
        var (act, today) = (work.Act, LocalDay.Of(work.Act.At));
        switch (command.Verb)
        {
            case BulletinVerb.Recount:
                var corrected = bulletin.CorrectsId is { } id ? await work.Db.Set<Bulletin>().SingleAsync(b => b.Id == id, cancel) : null;
                (bulletin.Figures, bulletin.AsOf) = ((await CountAsync(work, bulletin.From, bulletin.To, corrected, cancel)).Write(), today);
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
                break;
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

    private async Task<Computed> CountAsync(Work work, DateOnly from, DateOnly to, Bulletin? corrected, CancellationToken cancel)
    {
        var words = DocumentWords.Shipped;
        var computed = await new Counting(work.Db, offices.Current, words, work.Act.At).CountAsync(from, to, cancel);
        return corrected is null ? computed : computed with
        {
            Figures = [.. computed.Figures, new ComputedFigure("corrects", words.Labels["corrects"], NameOf(corrected, words), "/rhythm/bulletins/" + corrected.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))],
        };
    }

    private static Bulletin Drafted(DraftBulletin wanted, Bulletin? corrected, Computed computed, Act act)
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
            Addressee = corrected?.Addressee ?? kind.Addressee,
            CopiesTo = corrected?.CopiesTo,
            Prose = corrected is null ? string.Join('\n', kind.Prose) : words.Correction.First + "\n" + corrected.Prose,
            Figures = computed.Write(),
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
