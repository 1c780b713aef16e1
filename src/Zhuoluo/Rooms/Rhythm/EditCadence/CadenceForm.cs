using System.ComponentModel.DataAnnotations;

namespace Zhuoluo.Rooms.Rhythm.EditCadence;

internal sealed class CadenceForm
{
    /// <summary>Rows offered; blank ones are left out.</summary>
    public const int Rows = 8;

    public long? Id { get; set; }

    [Display(Name = "rhythm.code"), Required, StringLength(40)]
    public string? Code { get; set; }

    [Display(Name = "rhythm.name"), Required, StringLength(Cadence.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "rhythm.every"), Required]
    public Every? Every { get; set; }

    [Display(Name = "rhythm.office"), Required]
    public long? OfficeId { get; set; }

    [Display(Name = "rhythm.from"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "rhythm.ended")]
    public bool IsEnded { get; set; }

    [Display(Name = "rhythm.units")]
    public List<long> UnitIds { get; set; } = [];

    public List<StepRow> Steps { get; set; } = [];

    public static CadenceForm Of(Cadence cadence, CadencePlan plan) => new CadenceForm
    {
        Id = cadence.Id,
        Code = cadence.Code,
        Name = plan.Edition.Name,
        Every = cadence.Every,
        OfficeId = cadence.OfficeId,
        From = cadence.From,
        IsEnded = cadence.EndedOn is not null,
        UnitIds = [.. plan.UnitIds],
        Steps = [.. plan.Steps.Select(s => new StepRow { Kind = s.Kind, Name = s.Name, Day = s.Day })],
    };

    public CadenceForm Padded()
    {
        while (Steps.Count < Rows)
        {
            Steps.Add(new StepRow());
        }
        return this;
    }

    public KeepCadence Command() => new(
        Code!, Name!, Every!.Value, OfficeId!.Value, From!.Value,
        [.. Steps.Where(s => !string.IsNullOrWhiteSpace(s.Name)).Select(s => new StepWanted(s.Kind ?? BeatKind.Meeting, s.Name!, s.Day ?? 0))], UnitIds)
    {
        Id = Id,
        IsEnded = IsEnded,
    };
}

internal sealed class StepRow
{
    public BeatKind? Kind { get; set; }
    public string? Name { get; set; }
    public int? Day { get; set; }
}
