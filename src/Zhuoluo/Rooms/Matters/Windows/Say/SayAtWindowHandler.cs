using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Windows.Say;

/// <summary>
/// Takes the message in as a confidential matter of the supervising office, with the limits of window supervision (row F09). The window,
/// its unit and whoever is above them are kept from it by its <see cref="Shield"/> from the first moment, in the same transaction.
/// </summary>
internal sealed class SayAtWindowHandler(Writer writer, Intake intake, MatterLimits limits, Offices offices)
{
    public const string Profile = "window-supervision";

    public Task<Outcome<Receipt>> HandleAsync(SayAtWindow command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => SayAsync(work, command, cancel), cancel);

    private async Task<Outcome<Receipt>> SayAsync(Work work, SayAtWindow command, CancellationToken cancel)
    {
        var act = work.Act;
        var today = LocalDay.Of(act.At);
        var print = WindowTokens.PrintOf(work.Vault, command.Token);
        var code = await work.Db.Set<WindowCode>().AsNoTracking().SingleOrDefaultAsync(c => c.Print == print && c.RetiredAt == null, cancel);
        if (code is null || offices.Current.Unit(code.UnitId) is not { } window)
        {
            return new UnknownWindowCode();
        }
        if (await SupervisingOffice.ForAsync(work.Db, window, offices.Current, today, cancel) is not { } supervisor)
        {
            return new NoSupervisor();
        }
        if (!Enum.IsDefined(command.Tone))
        {
            return new UnknownChoice(nameof(command.Tone));
        }
        var matterCommand = CommandOf(command, window);
        var first = new FirstLimit(limits.For(matterCommand.Kind, Urgency.Ordinary, Profile), limits.Calendar, ClockStage.Handle, act.At);
        if ((await intake.TakeInAsync(work, matterCommand, cancel, first)).IsRefused(out var refusal, out var receipt))
        {
            return refusal;
        }
        if (work.Db.Set<Shield>().Local.Any(s => s.MatterId == receipt.MatterId) || await work.Db.Set<Shield>().AnyAsync(s => s.MatterId == receipt.MatterId, cancel))
        {
            return receipt;
        }
        var matter = await work.Db.FindAsync<Matter>([receipt.MatterId], cancel) ?? throw new InvalidOperationException("Taken in and not there.");
        matter.LeadUnitId = supervisor.Id;
        work.Db.Add(new Shield
        {
            MatterId = matter.Id,
            TargetUnitId = window.Id,
            TargetPersonId = await PersonAsync(work.Db, command.StaffText, window, cancel),
            SupervisorUnitId = supervisor.Id,
            At = act.At,
            ByName = "",
        });
        work.Db.Add(new WindowMessage { MatterId = matter.Id, UnitId = window.Id, Tone = command.Tone, At = act.At });
        work.Record(new MatterShieldedV1(AtIntake: true), new Subject("matter", matter.Id));
        return receipt;
    }

    private RegisterMatter CommandOf(SayAtWindow command, Unit window) =>
        new(command.Tone == Tone.Complaint ? MatterKind.Complaint : MatterKind.Suggestion, Channel.Web, command.Text, PlaceOf(window))
        {
            PlaceText = string.Join(' ', new[] { window.Name, window.Room, command.StaffText?.Trim() }.Where(w => !string.IsNullOrWhiteSpace(w))),
            Contact = command.Contact,
            Tell = command.Tell,
            IsConfidential = true,
            NoticeVersion = command.NoticeVersion,
            OnceKey = command.OnceKey is { } key ? $"window {key}" : null,
        };

    // The window's own place, or that of whatever it belongs to; the county is the first six digits of every unit's code.
    private string PlaceOf(Unit window) =>
        offices.Current.Above(window).Append(window).Reverse().Select(u => u.PlaceCode).FirstOrDefault(p => p is not null) ?? window.Code[..6];

    // Exactly one person of that name in the window's line, or nobody: a guess would bar the wrong one.
    private async Task<long?> PersonAsync(ZhuoluoContext db, string? name, Unit window, CancellationToken cancel)
    {
        var typed = name?.Trim();
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }
        var line = Deeds.Conflicts.LineOf(window, offices.Current).Select(u => u.Id).ToList();
        var ids = await db.Set<RoleAssignment>().Where(r => line.Contains(r.UnitId) && r.EndedAt == null)
            .Join(db.Set<Person>().Where(p => p.Name == typed), r => r.PersonId, p => p.Id, (_, p) => p.Id).Distinct().ToListAsync(cancel);
        return ids is [var only] ? only : null;
    }
}
