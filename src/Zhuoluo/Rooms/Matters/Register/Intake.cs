using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters.Telling;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Register;

/// <summary>Takes one matter in, inside a change that may hold more than this: a visit brings several at once.</summary>
internal sealed class Intake(Offices offices, MatterLimits limits)
{
    /// <param name="work">The change.</param>
    /// <param name="command">The matter.</param>
    /// <param name="cancel">Stops before it is written.</param>
    /// <param name="first">The first limit where another law than the county's profile gives it.</param>
    public async Task<Outcome<Receipt>> TakeInAsync(Work work, RegisterMatter command, CancellationToken cancel, FirstLimit? first = null)
    {
        var once = OnceKeyOf(command, work.Act.Who);
        if (once is not null && await work.DoneBeforeAsync(once, cancel) is { } earlier)
        {
            return ReceiptOf(work.Vault, await work.Db.Set<Matter>().SingleAsync(m => m.Id == earlier, cancel));
        }
        var isCategoryKnown = command.CategoryCode is null || await IsKnownAsync(work.Db, command.CategoryCode, LocalDay.Of(work.Act.At), cancel);
        if (Registration.Decide(command, offices.Current, isCategoryKnown, work.Act).IsRefused(out var refusal, out var registration))
        {
            return refusal;
        }
        var matter = await AddAsync(work, registration, first ?? Usual(registration.Command, work.Act), cancel);
        if (once is not null)
        {
            work.RememberDone(once, matter.Id);
        }
        return ReceiptOf(work.Vault, matter);
    }

    public static Receipt ReceiptOf(Vault vault, Matter matter) =>
        new(matter.Id, matter.Number, ReceiptCodes.CodeOf(vault, matter.Id, matter.Number), matter.RegisteredAt, matter.DueAt);

    // The limit runs from registration: the requester's time runs from the day of asking, not from ours of accepting (rules A2.1).
    private FirstLimit Usual(RegisterMatter command, Act act) =>
        new(limits.For(command.Kind, command.Urgency), limits.Calendar, ClockStage.Handle, act.At);

    private async Task<Matter> AddAsync(Work work, Registration registration, FirstLimit first, CancellationToken cancel)
    {
        var act = work.Act;
        var limit = first.Limit;
        var deadline = Deadlines.Brief(ClockRun.Plain(limit.Limit, first.StartAt), first.Calendar, act.At);
        var year = LocalDay.Of(act.At).Year;
        var number = MatterNumbers.Write(year, await MatterNumbers.TakeAsync(work, year, 1, cancel));
        var matter = MatterRows.Matter(registration, limit, deadline, number, MatterContacts.PrintOf(work.Vault, registration.Command.Contact), act);
        matter.NearAt = MatterClocks.NearAt(first.StartAt, deadline.Due, first.Calendar);
        var key = work.Vault.NewKey(act);
        work.Insert(matter);
        work.Insert(MatterRows.Text(matter.Id, registration.Command));
        work.Insert(MatterRows.Clock(matter, first, deadline, act));
        var step = MatterRows.FirstStep(matter, offices.Current.UnitByCode(act.Who.Office)?.Id, act);
        work.Insert(step);
        work.Insert(key);
        if (!registration.Command.Contact.IsEmpty)
        {
            work.Insert(MatterContacts.Seal(work.Vault, key, matter.Id, registration.Command.Contact, act.Chance));
        }
        if (!matter.IsConfidential)
        {
            work.Insert(new Publication { MatterId = matter.Id, State = PublicationState.AwaitingCheck, Title = matter.Title, Text = registration.Command.Text });
        }
        work.Record(Entry(matter, year), new Subject("matter", matter.Id), key, [TextOpening(matter, registration.Command.Text)]);
        Attaching.Attach(work, matter.Id, step.Id, registration.Command.Files, key);
        if (ToldRows.WayOf(registration.Command, matter) is { } way)
        {
            work.Insert(way);
            foreach (var message in ToldRows.Messages(way, Occasion.Received, matter.Round, "received", act.At, act))
            {
                work.Insert(message);
            }
        }
        return matter;
    }

    private static MatterRegisteredV1 Entry(Matter matter, int year) => new(
        matter.IsConfidential ? null : matter.Kind, matter.Channel, MatterRows.PublicTown(matter), year);

    private static Opening TextOpening(Matter matter, string text) => new("matter.text.v1", JsonSerializer.SerializeToUtf8Bytes(new
    {
        at = matter.RegisteredAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        number = matter.Number,
        text,
    }));

    private static Task<bool> IsKnownAsync(ZhuoluoContext db, string code, DateOnly today, CancellationToken cancel) =>
        db.Set<Category>().AnyAsync(c => c.Code == code && c.ValidFrom <= today && (c.ValidTo == null || c.ValidTo >= today), cancel);

    // The answer to a key tells the code, so a key is worth nothing to anybody but the one who used it: a requester's is bound to what
    // was handed in, a staff member's to the person. A key that the edge has bound to the request is that already.
    private static string? OnceKeyOf(RegisterMatter command, Actor who)
    {
        if (string.IsNullOrEmpty(command.OnceKey))
        {
            return null;
        }
        var owner = who.PersonId?.ToString(CultureInfo.InvariantCulture)
            ?? (OnceHash.IsBound(command.OnceKey) ? "public" : null)
            ?? Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command)));
        return $"register\n{owner}\n{command.OnceKey}";
    }
}
