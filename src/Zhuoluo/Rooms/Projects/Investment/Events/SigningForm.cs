using System.ComponentModel.DataAnnotations;

namespace Zhuoluo.Rooms.Projects.Investment.Events;

/// <summary>A signing event as typed, with what was said of it.</summary>
internal sealed class SigningForm
{
    public long? Id { get; set; }

    public int Version { get; set; }

    [Display(Name = "project.signing.name"), Required, StringLength(SigningEvent.LongestName)]
    public string? Name { get; set; }

    [Display(Name = "project.signing.held-on"), Required]
    public DateOnly? HeldOn { get; set; }

    [Display(Name = "project.signing.venue"), StringLength(SigningEvent.LongestName)]
    public string? Venue { get; set; }

    [Display(Name = "project.signing.unit"), Required]
    public long? UnitId { get; set; }

    [Display(Name = "project.signing.stated-count"), Range(0, KeepSigning.MostStated)]
    public int? StatedCount { get; set; }

    [Display(Name = "project.signing.stated-amount"), Range(0, 1_000_000_000d)]
    public decimal? StatedAmount { get; set; }

    [Display(Name = "project.agreement.type.strategic"), Range(0, KeepSigning.MostStated)]
    public int? Strategic { get; set; }

    [Display(Name = "project.agreement.type.cooperation"), Range(0, KeepSigning.MostStated)]
    public int? Cooperation { get; set; }

    [Display(Name = "project.agreement.type.contract"), Range(0, KeepSigning.MostStated)]
    public int? Contract { get; set; }

    [Display(Name = "project.agreement.type.intent"), Range(0, KeepSigning.MostStated)]
    public int? Intent { get; set; }

    [Display(Name = "project.agreement.type.other"), Range(0, KeepSigning.MostStated)]
    public int? Other { get; set; }

    [Display(Name = "project.signing.public")]
    public bool IsPublic { get; set; }

    public static SigningForm Of(SigningEvent signing, IReadOnlyDictionary<AgreementType, int> types)
    {
        int? Said(AgreementType type) => types.TryGetValue(type, out var count) ? count : null;
        return new SigningForm
        {
            Id = signing.Id,
            Version = signing.Version,
            Name = signing.Name,
            HeldOn = signing.HeldOn,
            Venue = signing.Venue,
            UnitId = signing.UnitId,
            StatedCount = signing.StatedCount,
            StatedAmount = signing.StatedFen is { } fen ? Amounts.Wan(fen) : null,
            Strategic = Said(AgreementType.Strategic),
            Cooperation = Said(AgreementType.Cooperation),
            Contract = Said(AgreementType.Contract),
            Intent = Said(AgreementType.Intent),
            Other = Said(AgreementType.Other),
            IsPublic = signing.IsPublic,
        };
    }

    public KeepSigning Command() => new(Name!, HeldOn!.Value, UnitId!.Value)
    {
        Id = Id,
        Venue = Venue,
        StatedCount = StatedCount,
        StatedFen = StatedAmount is { } wan ? Amounts.OfWan(wan) : null,
        StatedTypes = new Dictionary<AgreementType, int?>
        {
            [AgreementType.Strategic] = Strategic,
            [AgreementType.Cooperation] = Cooperation,
            [AgreementType.Contract] = Contract,
            [AgreementType.Intent] = Intent,
            [AgreementType.Other] = Other,
        }.Where(t => t.Value > 0).ToDictionary(t => t.Key, t => t.Value!.Value),
        IsPublic = IsPublic,
        ExpectedVersion = Version,
    };
}
