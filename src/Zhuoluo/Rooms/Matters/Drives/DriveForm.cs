using System.ComponentModel.DataAnnotations;

namespace Zhuoluo.Rooms.Matters.Drives;

internal sealed class DriveForm
{
    public long? Id { get; set; }

    [Display(Name = "intake.drive.code"), Required, StringLength(40)]
    public string? Code { get; set; }

    [Display(Name = "intake.drive.name"), Required, StringLength(KeepDrive.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "intake.drive.kind"), Required]
    public DriveKind? Kind { get; set; }

    [Display(Name = "intake.drive.from"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "intake.drive.to")]
    public DateOnly? To { get; set; }

    [Display(Name = "intake.drive.label-visitors"), Range(0, 1_000_000)]
    public int? LabelVisitors { get; set; }

    [Display(Name = "intake.drive.label-households"), Range(0, 10_000_000)]
    public int? LabelHouseholds { get; set; }

    public static DriveForm Of(Drive drive) => new()
    {
        Id = drive.Id,
        Code = drive.Code,
        Name = drive.Name,
        Kind = drive.Kind,
        From = drive.From,
        To = drive.To,
        LabelVisitors = drive.LabelVisitors,
        LabelHouseholds = drive.LabelHouseholds,
    };

    public KeepDrive Command() => new(Code!, Name!, Kind!.Value, From!.Value, To)
    {
        Id = Id,
        LabelVisitors = LabelVisitors,
        LabelHouseholds = LabelHouseholds,
    };
}
