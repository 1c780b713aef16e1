using System.ComponentModel.DataAnnotations;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Register;

namespace Zhuoluo.Rooms.Matters.Petitions.New;

/// <summary>A petition as the petition office types it.</summary>
internal sealed class NewPetitionForm
{
    /// <summary>Number of a matter that is there already and is to be a petition.</summary>
    public string? Matter { get; set; }

    [Display(Name = "petition.new.system"), Required]
    public string? SystemCode { get; set; }

    [Display(Name = "petition.new.official"), StringLength(RegisterPetition.LongestNumber)]
    public string? OfficialNumber { get; set; }

    [Display(Name = "petition.new.link"), StringLength(RegisterPetition.LongestLink)]
    public string? LinkUrl { get; set; }

    [Display(Name = "petition.level"), Required]
    public string? Level { get; set; }

    [Display(Name = "petition.new.form"), Required]
    public string? Form { get; set; }

    [Display(Name = "petition.new.text"), Required, StringLength(Registration.LongestText)]
    public string? Text { get; set; }

    [Display(Name = "petition.new.place"), Required]
    public string? PlaceCode { get; set; }

    [Display(Name = "matters.filter.category")]
    public string? CategoryCode { get; set; }

    [Display(Name = "petition.received-on")]
    public DateOnly? ReceivedOn { get; set; }

    [Display(Name = "petition.new.times"), Range(1, 999)]
    public int? Times { get; set; }

    [Display(Name = "petition.new.listed")]
    public bool IsRepeatListed { get; set; }

    [Display(Name = "petition.new.people"), Range(1, RegisterPetition.MostPeople)]
    public int? People { get; set; }

    [Display(Name = "petition.new.representatives"), Range(0, 1000)]
    public int? Representatives { get; set; }

    [Display(Name = "petition.new.accusation")]
    public bool IsAccusation { get; set; }

    [Display(Name = "petition.new.earlier"), StringLength(20)]
    public string? EarlierNumber { get; set; }

    [Display(Name = "petition.new.new-facts")]
    public bool HasNewFacts { get; set; }

    [Display(Name = "petition.new.hard"), StringLength(PetitionGate.LongestText)]
    public string? HardReason { get; set; }

    [Display(Name = "petition.new.name"), StringLength(50)]
    public string? Name { get; set; }

    [Display(Name = "petition.new.phone"), StringLength(30)]
    public string? Phone { get; set; }

    public RegisterPetition Command(string? onceKey, long? matterId) => new(SystemCode ?? "", Word<SourceLevel>.Read(Level) ?? 0, Word<PetitionForm>.Read(Form) ?? 0, Text ?? "", PlaceCode ?? "")
    {
        MatterId = matterId,
        OfficialNumber = Kept(OfficialNumber),
        LinkUrl = Kept(LinkUrl),
        CategoryCode = Kept(CategoryCode),
        ReceivedOn = ReceivedOn,
        Times = Times ?? 1,
        IsRepeatListed = IsRepeatListed,
        People = People ?? 1,
        Representatives = Representatives ?? 0,
        IsAccusation = IsAccusation,
        EarlierNumber = Kept(EarlierNumber),
        HasNewFacts = HasNewFacts,
        HardReason = Kept(HardReason),
        Contact = new Contact(Kept(Name), Kept(Phone), null),
        OnceKey = onceKey,
    };

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
