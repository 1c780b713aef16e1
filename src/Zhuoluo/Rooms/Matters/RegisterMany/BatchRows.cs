using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.RegisterMany;

/// <summary>All rows of one batch, collected by table and then inserted table by table.</summary>
internal sealed class BatchRows(Work work, OfficesSnapshot offices, MatterLimits limits)
{
    private static readonly TimeOnly _noon = new(12, 0);

    private readonly Act _act = work.Act;
    private readonly long? _officeId = offices.UnitByCode(work.Act.Who.Office)?.Id;
    private readonly BatchKeys _keys = new(work);
    private readonly List<Matter> _matters = [];
    private readonly List<MatterText> _texts = [];
    private readonly List<MatterContact> _contacts = [];
    private readonly List<Step> _steps = [];
    private readonly List<Holding> _holdings = [];
    private readonly List<Answer> _answers = [];
    private readonly List<Clock> _clocks = [];
    private readonly List<PendingEntry> _entries = [];

    public async Task<BatchDone> AddAsync(IReadOnlyList<BulkMatter> batch, CancellationToken cancel)
    {
        var next = new Dictionary<int, long>();
        foreach (var year in batch.GroupBy(b => b.OpenedOn.Year))
        {
            next[year.Key] = await MatterNumbers.TakeAsync(work, year.Key, year.Count(), cancel);
        }
        var done = new List<BulkDone>(batch.Count);
        foreach (var line in batch)
        {
            var number = MatterNumbers.Write(line.OpenedOn.Year, next[line.OpenedOn.Year]++);
            var matter = Add(line, number);
            done.Add(new BulkDone(matter.Id, number));
        }
        return new BatchDone(done);
    }

    public async Task InsertAsync(CancellationToken cancel)
    {
        await work.InsertManyAsync(_matters, cancel);
        await work.InsertManyAsync(_texts, cancel);
        await work.InsertManyAsync(_keys.Made, cancel);
        await work.InsertManyAsync(_contacts, cancel);
        await work.InsertManyAsync(_steps, cancel);
        await work.InsertManyAsync(_holdings, cancel);
        await work.InsertManyAsync(_answers, cancel);
        await work.InsertManyAsync(_clocks, cancel);
        await work.InsertManyAsync(_entries, cancel);
    }

    private Matter Add(BulkMatter line, string number)
    {
        var limit = limits.For(line.Kind, Urgency.Ordinary);
        var text = line.Text.ReplaceLineEndings("\n").Trim();
        var town = line.PlaceCode.Length >= 9 ? line.PlaceCode[..9] : line.PlaceCode;
        var opened = NoonOf(line.OpenedOn);
        DateTimeOffset? closed = line.ClosedOn is { } day ? NoonOf(day) : null;
        var isAnswered = line.Outcome != MatterOutcome.None;
        var matter = new Matter
        {
            Id = _act.NewId(),
            Number = number,
            Kind = line.Kind,
            Channel = line.Channel,
            Title = line.Title ?? PlainText.FirstWords(text, Registration.TitleLength),
            IsConfidential = line.IsConfidential || line.Kind == MatterKind.Report,
            State = line.State,
            IsOpen = line.State.IsOpen(),
            Outcome = line.Outcome,
            LeadUnitId = line.LeadUnitId,
            CategoryCode = line.CategoryCode,
            TownCode = town,
            PlaceCode = line.PlaceCode,
            DriveId = line.DriveId,
            VisitId = line.VisitId,
            DutyShiftId = line.DutyShiftId,
            RegisteredAt = opened,
            OpenedOn = line.OpenedOn,
            AnsweredAt = isAnswered ? closed : null,
            ClosedAt = closed,
            ClosedOn = line.ClosedOn,
            IsAtOnce = line.IsAtOnce,
            ProfileCode = limit.ProfileCode,
            ProfileVersion = limit.ProfileVersion,
            RequesterPrint = MatterContacts.PrintOf(work.Vault, line.Contact),
            UpdatedAt = _act.At,
            UpdatedBy = _act.Who.Name,
        };
        _matters.Add(matter);
        _texts.Add(new MatterText { MatterId = matter.Id, Text = text, PlaceText = line.PlaceText });
        if (!line.Contact.IsEmpty)
        {
            _contacts.Add(MatterContacts.Seal(work.Vault, _keys.For(matter), matter.Id, line.Contact, _act.Chance));
        }
        AddHistory(matter, line, opened, closed);
        if (matter.IsOpen)
        {
            StartClock(matter, limit);
        }
        _entries.Add(work.Prepare(Entry(matter), new Subject("matter", matter.Id), []));
        return matter;
    }

    public static MatterImportedV1 Entry(Matter matter) => matter.IsConfidential
        ? new(null, matter.Channel, MatterRows.PublicTown(matter), null, matter.State, null)
        : new(matter.Kind, matter.Channel, MatterRows.PublicTown(matter), matter.OpenedOn, matter.State, matter.Outcome);

    private void AddHistory(Matter matter, BulkMatter line, DateTimeOffset opened, DateTimeOffset? closed)
    {
        _steps.Add(Step(matter, Verb.Register, MatterState.Registered, opened));
        foreach (var (unit, part) in line.AssistUnitIds.Select(u => (u, HoldingPart.Assist)).Prepend((line.LeadUnitId ?? 0, HoldingPart.Lead)).Where(h => h.Item1 != 0))
        {
            _holdings.Add(new Holding
            {
                Id = _act.NewId(),
                MatterId = matter.Id,
                UnitId = unit,
                Part = part,
                From = opened,
                SignedAt = opened,
                To = closed,
                End = closed is null ? HoldingEnd.None : line.Outcome == MatterOutcome.None ? HoldingEnd.Ended : HoldingEnd.Answered,
            });
        }
        if (closed is not { } end)
        {
            return;
        }
        if (line.Outcome != MatterOutcome.None)
        {
            _answers.Add(Answer(matter, line, end));
        }
        _steps.Add(Step(matter, VerbOf(matter.State), matter.State, end));
    }

    // How long the old ledger gave is not known; an open matter gets a limit of ours from the day on which we took it over.
    private void StartClock(Matter matter, MatterLimit limit)
    {
        var answer = Deadlines.Brief(ClockRun.Plain(limit.Limit, _act.At), limits.Calendar, _act.At);
        matter.DueAt = answer.Due;
        matter.NearAt = MatterClocks.NearAt(_act.At, answer.Due, limits.Calendar);
        matter.IsDueProvisional = answer.IsProvisional;
        _clocks.Add(MatterRows.Clock(matter, limit, answer, _act));
    }

    private Answer Answer(Matter matter, BulkMatter line, DateTimeOffset at) => new()
    {
        Id = _act.NewId(),
        MatterId = matter.Id,
        Round = 1,
        UnitId = line.LeadUnitId,
        Outcome = line.Outcome,
        Text = line.ResultText?.ReplaceLineEndings("\n").Trim() ?? "",
        At = at,
        ReviewedAt = at,
        IsApproved = true,
    };

    private Step Step(Matter matter, Verb verb, MatterState to, DateTimeOffset at) => new()
    {
        Id = _act.NewId(),
        MatterId = matter.Id,
        Verb = verb,
        FromState = MatterState.Registered,
        ToState = to,
        At = at,
        ActorKind = _act.Who.Kind,
        PersonId = _act.Who.PersonId,
        PersonName = _act.Who.Name,
        OfficeId = _officeId,
    };

    private static Verb VerbOf(MatterState end) => end switch
    {
        MatterState.Declined => Verb.ConfirmDecline,
        MatterState.Transferred => Verb.Transfer,
        MatterState.Merged => Verb.Merge,
        MatterState.Repeated => Verb.LinkRepeat,
        MatterState.Withdrawn => Verb.Withdraw,
        _ => Verb.Close,
    };

    // An old ledger knows days; noon in China is on that day whatever rounding comes later.
    private static DateTimeOffset NoonOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(_noon), LocalDay.Offset).ToUniversalTime();
}
