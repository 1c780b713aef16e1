using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Register;

/// <summary>One matter, one receipt. When this answers, the matter is on disk and its entry will be in the ledger.</summary>
internal sealed class RegisterMatterHandler(Writer writer, Intake intake)
{
    public Task<Outcome<Receipt>> HandleAsync(RegisterMatter command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => intake.TakeInAsync(work, command, cancel), cancel);
}
