using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Windows;

/// <summary>Gives each of these windows a new code; what hung there before no longer takes messages.</summary>
internal sealed record IssueWindowCodes(IReadOnlyList<long> UnitIds)
{
    public const int Most = 500;
}

/// <summary>A window has a new code; the edition before it is retired.</summary>
internal sealed record WindowCodeIssuedV1(Code? Unit, int Edition) : IEntry
{
    public static string Kind => "window.code-issued";
    public static int Version => 1;
}

internal sealed record NoWindow() : Refusal("no-window");

internal sealed class IssueWindowCodesHandler(Writer writer, Offices offices)
{
    public Task<Outcome<IReadOnlyList<WindowCode>>> HandleAsync(IssueWindowCodes command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => IssueAsync(work, command, cancel), cancel);

    private async Task<Outcome<IReadOnlyList<WindowCode>>> IssueAsync(Work work, IssueWindowCodes command, CancellationToken cancel)
    {
        if (Decide(command, offices.Current, work.Act).IsRefused(out var refusal, out var windows))
        {
            return refusal;
        }
        var ids = windows.Select(w => w.Id).ToList();
        var before = await work.Db.Set<WindowCode>().Where(c => ids.Contains(c.UnitId)).ToListAsync(cancel);
        var made = new List<WindowCode>(windows.Count);
        foreach (var window in windows)
        {
            var old = before.Where(c => c.UnitId == window.Id).ToList();
            old.ForEach(c => c.RetiredAt ??= work.Act.At);
            var id = work.Act.NewId();
            var code = new WindowCode
            {
                Id = id,
                UnitId = window.Id,
                Edition = old.Count == 0 ? 1 : old.Max(c => c.Edition) + 1,
                Print = WindowTokens.PrintOf(work.Vault, WindowTokens.Of(work.Vault, id)),
                IssuedAt = work.Act.At,
            };
            work.Db.Add(code);
            work.Record(new WindowCodeIssuedV1(Code.OrNull(window.Code), code.Edition), new Subject("unit", window.Id));
            made.Add(code);
        }
        return made;
    }

    private static Outcome<IReadOnlyList<Unit>> Decide(IssueWindowCodes command, OfficesSnapshot offices, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ManageWindowCodes))
        {
            return new NotPermitted();
        }
        var windows = command.UnitIds.Distinct().Select(id => offices.Unit(id)).ToList();
        return windows.Count is 0 or > IssueWindowCodes.Most || windows.Exists(w => w is null || w.Kind != UnitKind.Window || !w.IsValidOn(LocalDay.Of(act.At)))
            ? new NoWindow()
            : Outcome.Of<IReadOnlyList<Unit>>(windows.OfType<Unit>().ToList());
    }
}
