using System.Globalization;
using System.Text.Json;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.RegisterMany;

/// <summary>Checks a batch as a whole and makes the rows of each matter.</summary>
internal sealed class BulkIntake(Offices offices, MatterLimits limits)
{
    private const int TitleLength = 30;
    private static readonly TimeSpan _china = TimeSpan.FromHours(8);

    /// <summary>Refuses the whole batch when one matter contradicts itself: the reader should have refused that row.</summary>
    public Outcome<IReadOnlyList<BulkMatter>> Decide(IReadOnlyList<BulkMatter> batch, Act act)
    {
        var current = offices.Current;
        var today = LocalDay.Of(act.At);
        for (var i = 0; i < batch.Count; i++)
        {
            var one = batch[i];
            if (string.IsNullOrWhiteSpace(one.Text) || one.Text.Length > Register.Registration.LongestText || current.Place(one.PlaceCode) is null
                || one.OpenedOn > today || one.ClosedOn < one.OpenedOn || one.State.IsOpen() == one.ClosedOn.HasValue
                || (one.LeadUnitId is { } unit && current.Unit(unit) is null))
            {
                return new UnsoundBulkRow(i);
            }
        }
        return Outcome.Of(batch);
    }

    public void Add(BulkRows rows, BulkMatter one, string number, Work work)
    {
        var act = work.Act;
        var matter = MatterOf(one, number, work);
        var key = work.Vault.NewKey(act);
        rows.Keys.Add(key);
        rows.Texts.Add(new MatterText { MatterId = matter.Id, Text = one.Text, PlaceText = one.PlaceText });
        if (!one.Contact.IsEmpty)
        {
            rows.Contacts.Add(MatterContacts.Seal(work.Vault, key, matter.Id, one.Contact, act.Chance));
        }
        AddHistory(rows, matter, one, act);
        if (matter.IsOpen)
        {
            AddClock(rows, matter, act);
        }
        rows.Matters.Add(matter);
        var (entry, openings) = work.Prepare(EntryOf(matter), new Subject("matter", matter.Id), key, [TextOpening(matter, one)]);
        rows.Entries.Add(entry);
        rows.Openings.AddRange(openings);
    }

    private Matter MatterOf(BulkMatter one, string number, Work work)
    {
        var limit = limits.For(one.Kind, one.Urgency);
        var closedAt = one.ClosedOn is { } closed ? Noon(closed) : (DateTimeOffset?)null;
        return new Matter
        {
            Id = work.Act.NewId(),
            Number = number,
            Kind = one.Kind,
            Channel = one.Channel,
            Urgency = one.Urgency,
            Title = PlainText.FirstWords(one.Text, TitleLength),
            IsConfidential = one.Kind == MatterKind.Report,
            State = one.State,
            IsOpen = one.State.IsOpen(),
            Outcome = one.Outcome,
            LeadUnitId = one.LeadUnitId,
            CategoryCode = one.CategoryCode,
            TownCode = one.PlaceCode.Length >= 9 ? one.PlaceCode[..9] : one.PlaceCode,
            PlaceCode = one.PlaceCode,
            DriveId = one.DriveId,
            VisitId = one.VisitId,
            DutyShiftId = one.DutyShiftId,
            RegisteredAt = work.Act.At,
            OpenedOn = one.OpenedOn,
            AnsweredAt = closedAt,
            ClosedAt = closedAt,
            ClosedOn = one.ClosedOn,
            ProfileCode = limit.ProfileCode,
            ProfileVersion = limit.ProfileVersion,
            IsAtOnce = one.IsAtOnce,
            IsReturnBarred = true,
            RequesterPrint = MatterContacts.PrintOf(work.Vault, one.Contact),
            UpdatedAt = work.Act.At,
            UpdatedBy = work.Act.Who.Name,
        };
    }

    // The limit of an open one has run since the day it was raised, as the ledger says; a late one is late here too.
    private void AddClock(BulkRows rows, Matter matter, Act act)
    {
        var limit = limits.For(matter.Kind, matter.Urgency);
        var start = Noon(matter.OpenedOn);
        var deadline = Deadlines.Brief(ClockRun.Plain(limit.Limit, start), limits.Calendar, act.At);
        matter.DueAt = deadline.Due;
        matter.IsDueProvisional = deadline.IsProvisional;
        rows.Clocks.Add(new Clock
        {
            Id = act.NewId(),
            MatterId = matter.Id,
            Stage = ClockStage.Handle,
            Round = 1,
            StartAt = start,
            Limit = limit.Limit.ToString(),
            ProfileCode = limit.ProfileCode,
            ProfileVersion = limit.ProfileVersion,
            DueAt = deadline.Due,
            IsProvisional = deadline.IsProvisional,
        });
    }

    private static void AddHistory(BulkRows rows, Matter matter, BulkMatter one, Act act)
    {
        rows.Steps.Add(StepOf(matter, Verb.Register, MatterState.Registered, matter.IsOpen ? matter.State : MatterState.InProgress, Noon(one.OpenedOn), act));
        if (matter.LeadUnitId is { } lead)
        {
            rows.Holdings.Add(HoldingOf(matter, lead, HoldingPart.Lead, act));
        }
        rows.Holdings.AddRange(one.AssistUnitIds.Select(unit => HoldingOf(matter, unit, HoldingPart.Assist, act)));
        if (!string.IsNullOrWhiteSpace(one.Result))
        {
            rows.Answers.Add(new Answer
            {
                Id = act.NewId(),
                MatterId = matter.Id,
                Round = 1,
                UnitId = matter.LeadUnitId,
                Outcome = one.Outcome,
                Text = one.Result,
                At = matter.ClosedAt ?? Noon(one.OpenedOn),
                IsApproved = matter.IsOpen ? null : true,
                ReviewedAt = matter.ClosedAt,
            });
        }
        if (matter.ClosedAt is { } closedAt)
        {
            rows.Steps.Add(StepOf(matter, Verb.Close, MatterState.InProgress, matter.State, closedAt, act));
        }
    }

    private static Step StepOf(Matter matter, Verb verb, MatterState from, MatterState to, DateTimeOffset at, Act act) => new()
    {
        Id = act.NewId(),
        MatterId = matter.Id,
        Verb = verb,
        FromState = from,
        ToState = to,
        At = at,
        ActorKind = act.Who.Kind,
        PersonId = act.Who.PersonId,
        PersonName = act.Who.Name,
        OfficeId = matter.LeadUnitId,
    };

    private static Holding HoldingOf(Matter matter, long unit, HoldingPart part, Act act) => new()
    {
        Id = act.NewId(),
        MatterId = matter.Id,
        UnitId = unit,
        Part = part,
        From = Noon(matter.OpenedOn),
        SignedAt = Noon(matter.OpenedOn),
        To = matter.ClosedAt,
        End = matter.ClosedAt is null ? HoldingEnd.None : HoldingEnd.Answered,
    };

    private static MatterImportedV1 EntryOf(Matter matter) => matter.IsConfidential
        ? new(null, matter.Channel, Register.MatterRows.PublicTown(matter), null, matter.State, null)
        : new(matter.Kind, matter.Channel, Register.MatterRows.PublicTown(matter), matter.OpenedOn, matter.State, matter.Outcome);

    private static Opening TextOpening(Matter matter, BulkMatter one) => new("matter.text.v1", JsonSerializer.SerializeToUtf8Bytes(new
    {
        at = one.OpenedOn.ToString("O", CultureInfo.InvariantCulture),
        number = matter.Number,
        text = one.Text,
    }));

    // A ledger has days, not hours; noon keeps the day whatever the zone of the reader.
    private static DateTimeOffset Noon(DateOnly day) => new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), _china).ToUniversalTime();
}

/// <summary>A matter of a batch contradicts itself; nothing of the batch was written.</summary>
internal sealed record UnsoundBulkRow(int Index) : Refusal("unsound-bulk-row")
{
    public override IReadOnlyList<object> Arguments => [Index];
}
