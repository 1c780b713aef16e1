using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Investment;

/// <summary>Writes down what was signed: one agreement, or many as they stand on an office's list, in one transaction; all or none.</summary>
internal sealed class SignAgreementsHandler(Writer writer, Offices offices)
{
    public const int Most = 2000;

    /// <summary>Answers in the order given; a key makes the same call twice one.</summary>
    public Task<Outcome<IReadOnlyList<AgreementDone>>> HandleAsync(IReadOnlyList<NewAgreement> asked, Act act, CancellationToken cancel, string? onceKey = null) =>
        writer.WriteAsync(act, work => SignAsync(work, asked, onceKey is null ? null : "agreement/" + onceKey, cancel), cancel);

    private async Task<Outcome<IReadOnlyList<AgreementDone>>> SignAsync(Work work, IReadOnlyList<NewAgreement> asked, string? once, CancellationToken cancel)
    {
        if (asked.Count is 0 or > Most)
        {
            return asked.Count == 0 ? new Missing("Lines") : new TooLong("Lines", Most);
        }
        if (once is not null && await work.DoneBeforeAsync(once, cancel) is { } earlier)
        {
            var there = await work.Db.Set<Agreement>().SingleAsync(a => a.Id == earlier, cancel);
            return Outcome.Of<IReadOnlyList<AgreementDone>>([Done(there)]);
        }
        if ((await DecideAsync(work, asked, cancel)).IsRefused(out var refusal, out var decided))
        {
            return refusal;
        }
        var next = new Dictionary<int, long>();
        foreach (var year in decided.GroupBy(d => d.SignedOn.Year))
        {
            next[year.Key] = await AgreementNumbers.TakeAsync(work, year.Key, year.Count(), cancel);
        }
        List<Agreement> rows = [.. decided.Select(d => Make(d, AgreementNumbers.Write(d.SignedOn.Year, next[d.SignedOn.Year]++), work.Act))];
        await work.InsertManyAsync(rows, cancel);
        await work.InsertManyAsync(rows.ConvertAll(r => Step(r, work.Act)), cancel);
        await work.InsertManyAsync(rows.ConvertAll(r => work.Prepare(Entry(r), new Subject("agreement", r.Id), [])), cancel);
        if (once is not null)
        {
            work.RememberDone(once, rows[0].Id);
        }
        return Outcome.Of<IReadOnlyList<AgreementDone>>(rows.ConvertAll(Done));
    }

    private async Task<Outcome<IReadOnlyList<NewAgreement>>> DecideAsync(Work work, IReadOnlyList<NewAgreement> asked, CancellationToken cancel)
    {
        var events = asked.Select(a => a.EventId).OfType<long>().Distinct().ToList();
        var known = events.Count == 0 ? [] : await work.Db.Set<SigningEvent>().Where(e => events.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancel);
        var decided = new List<NewAgreement>(asked.Count);
        for (var i = 0; i < asked.Count; i++)
        {
            if (AgreementRules.Decide(asked[i], offices.Current, work.Act).IsRefused(out var refusal, out var one) || Unknown(one, known).IsRefused(out refusal, out one))
            {
                return asked.Count == 1 ? refusal : new AgreementRowRefused(i, refusal);
            }
            decided.Add(one);
        }
        return Outcome.Of<IReadOnlyList<NewAgreement>>(decided);
    }

    private static Outcome<NewAgreement> Unknown(NewAgreement one, List<long> events) =>
        one.EventId is { } id && !events.Contains(id) ? new UnknownValue(nameof(one.EventId)) : one;

    private static Agreement Make(NewAgreement asked, string number, Act act) => new()
    {
        Id = act.NewId(),
        Number = number,
        Year = asked.SignedOn.Year,
        Name = asked.Name,
        Investor = asked.Investor,
        Type = asked.Type,
        AmountFen = asked.AmountFen,
        Field = asked.Field,
        SignedOn = asked.SignedOn,
        EventId = asked.EventId,
        UnitId = asked.UnitId,
        State = AgreementState.Signed,
        StateOn = asked.SignedOn,
        UpdatedAt = act.At,
        UpdatedBy = MoveAgreementHandler.By(act),
    };

    private AgreementStep Step(Agreement row, Act act) => new()
    {
        Id = act.NewId(),
        AgreementId = row.Id,
        Verb = AgreementVerb.Sign,
        From = AgreementState.Signed,
        To = AgreementState.Signed,
        On = row.SignedOn,
        At = act.At,
        PersonName = act.Who.Name,
        OfficeId = offices.Current.UnitByCode(act.Who.Office)?.Id,
    };

    private AgreementSignedV1 Entry(Agreement row) =>
        new(new Code(row.Number), row.Type, row.AmountFen, row.SignedOn, row.EventId is not null, Code.OrNull(offices.Current.Unit(row.UnitId)?.Code));

    private static AgreementDone Done(Agreement row) => new(row.Id, row.Number, row.State, row.Version);
}
