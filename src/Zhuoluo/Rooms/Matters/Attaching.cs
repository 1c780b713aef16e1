using System.Text.Json;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;

namespace Zhuoluo.Rooms.Matters;

/// <summary>Makes stored files belong to a step, in the change that makes the step.</summary>
internal static class Attaching
{
    private const int TokenLength = 20;

    /// <param name="work">The change.</param>
    /// <param name="matterId">The matter.</param>
    /// <param name="stepId">The step; null for files added in between.</param>
    /// <param name="files">What lies in the store.</param>
    /// <param name="key">Seals the digests, so that it can be proved later which files they were; null where the matter has none.</param>
    public static void Attach(Work work, long matterId, long? stepId, IReadOnlyList<StoredFile> files, SubjectKey? key)
    {
        if (files.Count == 0)
        {
            return;
        }
        var rows = files.Select(f => Row(AttachedTo.Matter, matterId, stepId, f, work.Act)).ToList();
        work.Db.AddRange(rows);
        var (entry, subject) = (new MatterFileAttachedV1(rows.Count), new Subject("matter", matterId));
        if (key is null)
        {
            work.Record(entry, subject);
        }
        else
        {
            work.Record(entry, subject, key, [OpeningOf(rows)]);
        }
    }

    public static Attachment Row(AttachedTo owner, long ownerId, long? stepId, StoredFile file, Act act) => new()
    {
        Id = act.NewId(),
        Token = act.Chance.Code(TokenLength),
        Owner = owner,
        OwnerId = ownerId,
        StepId = stepId,
        Kind = file.Kind,
        Digest = file.Digest,
        SmallDigest = file.SmallDigest,
        Size = file.Size,
        Width = file.Width,
        Height = file.Height,
        At = act.At,
    };

    private static Opening OpeningOf(IEnumerable<Attachment> rows) => new("matter.files.v1", JsonSerializer.SerializeToUtf8Bytes(
        rows.Select(r => new FileSaid(r.Id, r.StepId, r.Digest, r.Size)), JsonSerializerOptions.Web));

    private sealed record FileSaid(long File, long? Step, string Sha256, int Size);
}

/// <summary>So many files came with a step of a matter; which ones is committed to, not said.</summary>
internal sealed record MatterFileAttachedV1(int Files) : IEntry
{
    public static string Kind => "matter.file-attached";
    public static int Version => 1;
}

/// <summary>The bytes of a file were destroyed, and why.</summary>
internal sealed record MatterFileRemovedV1(FileRemoval Reason) : IEntry
{
    public static string Kind => "matter.file-removed";
    public static int Version => 1;
}
