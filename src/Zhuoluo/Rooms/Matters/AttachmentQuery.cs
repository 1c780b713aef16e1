using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;

namespace Zhuoluo.Rooms.Matters;

/// <summary>The files of a matter, for each kind of reader what that reader may see.</summary>
internal sealed class AttachmentQuery(ZhuoluoContext db, SqliteReads reads)
{
    /// <summary>All, removed ones too, for staff who see the matter.</summary>
    public async Task<IReadOnlyList<Attachment>> OfMatterAsync(long matterId, CancellationToken cancel) =>
        reads.MayHave("SELECT 1 FROM attachment WHERE owner = 1 AND owner_id = $1 LIMIT 1", matterId) ? await Of(matterId).ToListAsync(cancel) : [];

    /// <summary>For its requester.</summary>
    public async Task<IReadOnlyList<Attachment>> OfRequesterAsync(long matterId, CancellationToken cancel) =>
        await ForRequester(db, Of(matterId).Where(a => a.RemovedAt == null)).ToListAsync(cancel);

    /// <summary>For everybody; the matter itself must be shown.</summary>
    public async Task<IReadOnlyList<Attachment>> OfPublicAsync(long matterId, CancellationToken cancel) =>
        await Of(matterId).Where(a => a.RemovedAt == null && a.IsPublic && a.Kind != FileKind.Pdf).ToListAsync(cancel);

    /// <summary>
    /// A requester sees what requesters sent, what came in with the matter, and what an approved answer brought; what an office tries out
    /// or sends between desks stays there.
    /// </summary>
    public static IQueryable<Attachment> ForRequester(ZhuoluoContext db, IQueryable<Attachment> files) =>
        from file in files
        join step in db.Set<Step>() on file.StepId equals step.Id
        where step.ActorKind == ActorKind.Requester || step.Verb == Verb.Register || step.Verb == Verb.AnswerAtOnce
            || (step.Verb == Verb.Answer && db.Set<Answer>().Any(a => a.MatterId == step.MatterId && a.Round == step.Round && a.At == step.At && a.IsApproved == true))
        select file;

    private IQueryable<Attachment> Of(long matterId) =>
        db.Set<Attachment>().Where(a => a.Owner == AttachedTo.Matter && a.OwnerId == matterId).OrderBy(a => a.Id);
}
