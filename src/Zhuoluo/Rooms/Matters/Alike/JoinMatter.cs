using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Register;

namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>
/// "Me too": registers a matter of one's own, with own contact, receipt and later an own reply, and notes which published matter it is said to
/// be. Whether both are handled together a person decides; nothing is merged here (rules A5.1).
/// </summary>
internal sealed class JoinMatterHandler(Writer writer, Intake intake)
{
    /// <param name="command">As when it is registered alone.</param>
    /// <param name="number">The published matter. One that is not published is as good as none.</param>
    /// <param name="act">Who and when.</param>
    /// <param name="cancel">Stops before the write.</param>
    public Task<Outcome<Receipt>> HandleAsync(RegisterMatter command, string number, Act act, CancellationToken cancel) =>
        writer.WriteAsync<Receipt>(act, async work =>
        {
            if ((await intake.TakeInAsync(work, command, cancel)).IsRefused(out var refusal, out var receipt))
            {
                return refusal;
            }
            var other = await work.Db.Set<Matter>().Where(m => m.Number == number && m.IsPublic && !m.IsConfidential && m.Id != receipt.MatterId
                    && work.Db.Set<Publication>().Any(p => p.MatterId == m.Id && p.State == PublicationState.Shown))
                .Select(m => new { m.Id, m.IsOpen }).SingleOrDefaultAsync(cancel);
            // Sent twice it is the same matter and the same link.
            if (other is not null && !command.IsConfidential && command.Kind != MatterKind.Report
                && !await work.Db.Set<Link>().AnyAsync(l => l.MatterId == receipt.MatterId && l.OtherId == other.Id, cancel))
            {
                work.Db.Add(new Link { Id = act.NewId(), MatterId = receipt.MatterId, OtherId = other.Id, Kind = LinkKind.Similar, At = act.At });
                work.Record(new MatterJoinedV1(other.IsOpen), new Subject("matter", receipt.MatterId));
                Judgement.Keep(work, receipt.MatterId, new Judged(SuggestionKind.Duplicate, Verdict.Taken, other.Id));
            }
            return receipt;
        }, cancel);
}
