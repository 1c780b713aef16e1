using System.ComponentModel.DataAnnotations;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Investment.Batches;

/// <summary>A round of batch starts as typed.</summary>
internal sealed class BatchForm
{
    public long? Id { get; set; }

    public int Version { get; set; }

    [Display(Name = "project.batch.ordinal"), Required, Range(1, KeepBatch.LastOrdinal)]
    public int? Ordinal { get; set; }

    [Display(Name = "project.batch.kind"), Required]
    public string? Kind { get; set; }

    [Display(Name = "project.level"), Required]
    public string? Level { get; set; }

    [Display(Name = "project.batch.name"), Required, StringLength(BatchStart.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "project.signing.held-on"), Required]
    public DateOnly? HeldOn { get; set; }

    [Display(Name = "project.signing.venue"), StringLength(BatchStart.LongestName)]
    public string? Venue { get; set; }

    [Display(Name = "project.signing.unit"), Required]
    public long? UnitId { get; set; }

    [Display(Name = "project.batch.projects"), StringLength(10_000)]
    public string? Projects { get; set; }

    public static BatchForm Of(BatchStart batch, IEnumerable<string> projects) => new()
    {
        Id = batch.Id,
        Version = batch.Version,
        Ordinal = batch.Ordinal,
        Kind = Word.Of(batch.Kind),
        Level = Word.Of(batch.Level),
        Name = batch.Name,
        HeldOn = batch.HeldOn,
        Venue = batch.Venue,
        UnitId = batch.UnitId,
        Projects = string.Join('\n', projects),
    };

    public KeepBatch Command() => new(Ordinal!.Value, Word<BatchKind>.Read(Kind) ?? 0, Word<PublicLevel>.Read(Level) ?? 0, Name!, HeldOn!.Value, UnitId!.Value)
    {
        Id = Id,
        Venue = Venue,
        Projects = Choosing.Names(Projects),
        ExpectedVersion = Version,
    };
}
