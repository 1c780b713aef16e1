using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Matters.Telling;

namespace Zhuoluo.Rooms.Matters.Visits;

/// <summary>One round of visits as it is typed at a doorstep: one hand, bad reception, under a minute.</summary>
internal sealed class VisitForm
{
    /// <summary>What people raise beyond this on one round goes into a second entry.</summary>
    public const int MostMatters = 5;

    [Display(Name = "intake.visit.drive"), Required]
    public long? DriveId { get; set; }

    [Display(Name = "intake.visit.place"), Required]
    public string? PlaceCode { get; set; }

    [Display(Name = "intake.visit.on"), Required]
    public DateOnly? On { get; set; }

    [Display(Name = "intake.visit.households"), Required, Range(0, RecordVisit.MostHouseholds)]
    public int? Households { get; set; }

    [Display(Name = "intake.visit.note"), StringLength(RecordVisit.LongestNote)]
    public string? Note { get; set; }

    public List<RaisedForm> Matters { get; set; } = [];

    public RecordVisit Command(string? onceKey) => new(DriveId!.Value, PlaceCode!, On!.Value, Households!.Value)
    {
        Note = Note,
        OnceKey = onceKey,
        Matters = [.. Matters.Where(m => !m.IsEmpty).Take(MostMatters).Select(m => m.Command(PlaceCode!))],
    };
}

internal sealed class RaisedForm
{
    [Display(Name = "intake.visit.kind")]
    public MatterKind Kind { get; set; } = MatterKind.Help;

    [Display(Name = "intake.visit.text"), StringLength(4000)]
    public string? Text { get; set; }

    [Display(Name = "intake.visit.name"), StringLength(50)]
    public string? Name { get; set; }

    [Display(Name = "intake.visit.phone"), StringLength(30)]
    public string? Phone { get; set; }

    public TellForm Tell { get; set; } = new();

    /// <summary>What came with it and lies in the store; set by the page, never by the form.</summary>
    [BindNever]
    public IReadOnlyList<StoredFile> Files { get; set; } = [];

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Files.Count == 0 && string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Phone) && string.IsNullOrWhiteSpace(Tell.Email);

    public RegisterMatter Command(string place) => new(Kind, Channel.Visit, Text ?? "", place)
    {
        Contact = new Contact(Name, Phone, null) { Email = Tell.Email },
        Tell = Tell.Choice(),
        Files = Files,
    };
}
