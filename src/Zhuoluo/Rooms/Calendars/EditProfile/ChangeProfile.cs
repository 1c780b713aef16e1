using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Calendars.EditProfile;

/// <param name="Code">Of a known profile, or a new code for a new one.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Source">Law or practice it stands on.</param>
/// <param name="DayEnd">Closing time or midnight.</param>
/// <param name="Rows">The whole table; what is left out falls back to the county's own profile.</param>
/// <param name="SeenEdition">The edition the editor saw; 0 for a new profile.</param>
internal sealed record ChangeProfile(
    string Code, string Name, string Source, DayEnd DayEnd, IReadOnlyList<ProfileRow> Rows, int SeenEdition);

internal sealed record ProfileCodeInvalid() : Refusal("profile-code-invalid")
{
    public override string? Field => "Code";
}

internal sealed record ProfileCodeTaken() : Refusal("profile-code-taken")
{
    public override string? Field => "Code";
}

internal sealed record ProfileRowTwice() : Refusal("profile-row-twice");

/// <summary>The county's own profile serves all others; without these rows a matter would have no deadline.</summary>
internal sealed record ProfileRowMissing(DeadlineStep Step) : Refusal("profile-row-missing")
{
    public override IReadOnlyList<object> Arguments => [Step];
}

internal sealed class ChangeProfileHandler(Writer writer, CalendarsDoor door)
{
    private const int LongestName = 40;
    private const int LongestSource = 200;

    private static readonly DeadlineStep[] _needed =
    [
        DeadlineStep.Register, DeadlineStep.Sign, DeadlineStep.Return, DeadlineStep.FirstContact,
        DeadlineStep.Handle, DeadlineStep.Extension, DeadlineStep.Redo,
    ];

    /// <summary>Returns the number of the new edition.</summary>
    public async Task<Outcome<int>> HandleAsync(ChangeProfile command, Act act, CancellationToken cancel)
    {
        await door.RefreshAsync(cancel);
        var outcome = await writer.WriteAsync<int>(act, async work =>
        {
            var stored = await work.Db.Set<ProfileEdition>().Where(p => p.Code == command.Code).OrderByDescending(p => p.Edition)
                .Select(p => new { p.Edition, p.ChangedBy }).FirstOrDefaultAsync(cancel);
            var shipped = ShippedProfiles.All.Any(p => p.Code == command.Code) ? 1 : 0;
            var decided = Decide(command, stored?.Edition ?? shipped, stored?.ChangedBy ?? "", act);
            if (decided.IsRefused(out var refusal, out var edition))
            {
                return refusal;
            }
            await WriteAsync(work, command, edition, cancel);
            return edition;
        }, cancel);
        await door.RefreshAsync(cancel);
        return outcome;
    }

    public static Outcome<int> Decide(ChangeProfile command, int currentEdition, string changedBy, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ManageCalendars))
        {
            return new NotPermitted();
        }
        if (!IsCode(command.Code))
        {
            return new ProfileCodeInvalid();
        }
        if (string.IsNullOrWhiteSpace(command.Name))
        {
            return new Missing("Name");
        }
        if (command.Name.Length > LongestName)
        {
            return new TooLong("Name", LongestName);
        }
        if (command.Source.Length > LongestSource)
        {
            return new TooLong("Source", LongestSource);
        }
        if (command.SeenEdition == 0 && currentEdition > 0)
        {
            return new ProfileCodeTaken();
        }
        if (command.SeenEdition != currentEdition)
        {
            return new ProfileChangedMeanwhile(changedBy);
        }
        if (command.Rows.DistinctBy(r => (r.Kind, r.Urgency, r.Step)).Count() < command.Rows.Count)
        {
            return new ProfileRowTwice();
        }
        if (command.Code == DeadlineProfile.County)
        {
            foreach (var step in _needed)
            {
                if (!command.Rows.Any(r => r is { Kind: DeadlineProfile.AnyKind, Urgency: DeadlineUrgency.Normal } && r.Step == step))
                {
                    return new ProfileRowMissing(step);
                }
            }
        }
        return currentEdition + 1;
    }

    private static async Task WriteAsync(Work work, ChangeProfile command, int edition, CancellationToken cancel)
    {
        var id = work.Act.NewId();
        work.Db.Add(new ProfileEdition
        {
            Id = id,
            Code = command.Code,
            Edition = edition,
            Name = command.Name.Trim(),
            Source = command.Source.Trim(),
            DayEnd = command.DayEnd,
            ChangedAt = work.Act.At,
            ChangedBy = work.Act.Who.Name,
        });
        work.Db.AddRange(command.Rows.Select(r => new ProfileEditionRow
        {
            EditionId = id,
            Kind = r.Kind,
            Urgency = r.Urgency,
            Step = r.Step,
            Number = r.Limit.Number,
            Unit = r.Limit.Unit,
        }));
        var version = await work.Db.Set<CalendarVersion>().SingleAsync(v => v.Id == CalendarVersion.TheOne, cancel);
        // A profile moves no deadline that exists, so there is nothing to recompute unless there was before.
        version.RecomputedTo += version.RecomputedTo == version.Number ? 1 : 0;
        version.Number++;
        work.Record(new ProfileChangedV1(new Code(command.Code), edition, command.Rows.Count), new Subject("profile", id));
    }

    private static bool IsCode(string code) =>
        code.Length is > 0 and <= 40 && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && char.IsAsciiLetterLower(code[0]);
}

internal sealed record ProfileChangedMeanwhile(string ChangedBy) : Refusal("profile-changed-meanwhile")
{
    public override IReadOnlyList<object> Arguments => [ChangedBy];
    public override RefusalKind Kind => RefusalKind.Conflict;
}
