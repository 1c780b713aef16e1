using System.ComponentModel.DataAnnotations;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Petitions.Do;

/// <summary>What the page of a petition's verb asks for, as typed. Which of it is shown and needed stands in the table.</summary>
internal sealed class PetitionForm
{
    [Display(Name = "petition.sort")]
    public string? Sort { get; set; }

    [Display(Name = "petition.route")]
    public string? Route { get; set; }

    [Display(Name = "petition.do.accused"), StringLength(100)]
    public string? AccusedUnitId { get; set; }

    [Display(Name = "petition.do.unit"), StringLength(100)]
    public string? UnitId { get; set; }

    [Display(Name = "petition.do.body"), StringLength(PetitionGate.LongestBody)]
    public string? Body { get; set; }

    [Display(Name = "petition.do.on")]
    public DateOnly? On { get; set; }

    [Display(Name = "petition.do.delivered-on")]
    public DateOnly? DeliveredOn { get; set; }

    [Display(Name = "petition.do.text"), StringLength(PetitionGate.LongestText)]
    public string? Text { get; set; }

    [Display(Name = "petition.do.claim"), StringLength(PetitionGate.LongestOpinion)]
    public string? Claim { get; set; }

    [Display(Name = "petition.do.facts"), StringLength(PetitionGate.LongestOpinion)]
    public string? Facts { get; set; }

    [Display(Name = "petition.do.opinion"), StringLength(PetitionGate.LongestOpinion)]
    public string? Opinion { get; set; }

    [Display(Name = "petition.do.basis"), StringLength(PetitionGate.LongestOpinion)]
    public string? Basis { get; set; }

    [Display(Name = "petition.outcome")]
    public string? Outcome { get; set; }

    [Display(Name = "petition.ruling")]
    public string? Ruling { get; set; }

    [Display(Name = "petition.do.person")]
    public long? PersonId { get; set; }

    [Display(Name = "petition.note")]
    public string? NoteKind { get; set; }

    public PetitionDeed ToDeed(long matterId, PetitionVerb verb, int version, string? onceKey, long? unitId, long? accusedId) => new(matterId, verb, version)
    {
        Sort = Word<PetitionSort>.Read(Sort),
        Route = Word<PetitionRoute>.Read(Route),
        AccusedUnitId = accusedId,
        UnitId = unitId,
        Body = Kept(Body),
        On = On,
        DeliveredOn = DeliveredOn,
        Text = Kept(Text),
        Claim = Kept(Claim),
        Facts = Kept(Facts),
        Opinion = Kept(Opinion),
        Basis = Kept(Basis),
        Outcome = Word<OpinionOutcome>.Read(Outcome),
        Ruling = Word<ReviewRuling>.Read(Ruling),
        PersonId = PersonId,
        NoteKind = Word<NoteKind>.Read(NoteKind),
        OnceKey = Kept(onceKey),
    };

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
