using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Petitions.ListPetitions;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>A petition as the API shows it: no official number, no contact, no text.</summary>
internal sealed record PetitionShown(
    string Number, string Level, string Form, string? Sort, string? Route, string Stage, string State, DateOnly ReceivedOn, int Times, int People,
    bool IsHard, bool IsRepeatListed, string? Unit, DateOnly? Due, string? Outcome, DateOnly? ResolvedOn, DateOnly? CheckedOn)
{
    public static PetitionShown Of(PetitionCase one, OfficesSnapshot offices) => new(
        one.Matter.Number,
        Word<SourceLevel>.Of(one.Petition.Level),
        Word<PetitionForm>.Of(one.Petition.Form),
        one.Petition.Sort is { } sort ? Word<PetitionSort>.Of(sort) : null,
        one.Petition.Route is { } route ? Word<PetitionRoute>.Of(route) : null,
        Word<PetitionStage>.Of(one.Petition.Stage),
        Word<MatterState>.Of(one.Matter.State),
        one.Petition.ReceivedOn,
        one.Petition.Times,
        one.Petition.People,
        one.Petition.IsHard,
        one.Petition.IsRepeatListed,
        one.Matter.LeadUnitId is { } id ? offices.Unit(id)?.Code : null,
        one.Matter.DueAt is { } due ? LocalDay.Of(due.AddTicks(-1)) : null,
        one.Petition.Outcome is { } outcome ? Word<OpinionOutcome>.Of(outcome) : null,
        one.Petition.ResolvedOn,
        one.Petition.CheckedOn);
}

/// <summary>The body of a registration, in the words of the API.</summary>
internal sealed record PetitionAsked(string? System, string? Level, string? Form, string? Text, string? Place)
{
    public string? OfficialNumber { get; init; }
    public string? Link { get; init; }
    public string? Category { get; init; }
    public DateOnly? ReceivedOn { get; init; }
    public int? Times { get; init; }
    public bool RepeatListed { get; init; }
    public int? People { get; init; }
    public int? Representatives { get; init; }
    public bool Accusation { get; init; }
    public string? Earlier { get; init; }
    public bool NewFacts { get; init; }
    public string? HardReason { get; init; }
    public string? Name { get; init; }
    public string? Phone { get; init; }

    public RegisterPetition Command(string? onceKey) => new(System ?? "", Word<SourceLevel>.Read(Level) ?? 0, Word<PetitionForm>.Read(Form) ?? 0, Text ?? "", Place ?? "")
    {
        OfficialNumber = OfficialNumber,
        LinkUrl = Link,
        CategoryCode = Category,
        ReceivedOn = ReceivedOn,
        Times = Times ?? 1,
        IsRepeatListed = RepeatListed,
        People = People ?? 1,
        Representatives = Representatives ?? 0,
        IsAccusation = Accusation,
        EarlierNumber = Earlier,
        HasNewFacts = NewFacts,
        HardReason = HardReason,
        Contact = new Contact(Name, Phone, null),
        OnceKey = onceKey,
    };
}

/// <summary>The body of a deed; units by code, words as in the addresses of the pages.</summary>
internal sealed record PetitionDeedAsked(string? Verb)
{
    public int Version { get; init; }
    public string? Sort { get; init; }
    public string? Route { get; init; }
    public string? Accused { get; init; }
    public string? Unit { get; init; }
    public string? Body { get; init; }
    public DateOnly? On { get; init; }
    public DateOnly? DeliveredOn { get; init; }
    public string? Text { get; init; }
    public string? Claim { get; init; }
    public string? Facts { get; init; }
    public string? Opinion { get; init; }
    public string? Basis { get; init; }
    public string? Outcome { get; init; }
    public string? Ruling { get; init; }
    public long? Person { get; init; }
    public string? Note { get; init; }
    public string? OnceKey { get; init; }

    public PetitionDeed ToDeed(long matterId, PetitionVerb verb, OfficesSnapshot offices) => new(matterId, verb, Version)
    {
        Sort = Word<PetitionSort>.Read(Sort),
        Route = Word<PetitionRoute>.Read(Route),
        // A code that is not there is given as a unit that is not there, and refused by the field's name.
        AccusedUnitId = Accused is { } accused ? offices.UnitByCode(accused)?.Id ?? 0 : null,
        UnitId = Unit is { } unit ? offices.UnitByCode(unit)?.Id ?? 0 : null,
        Body = Body,
        On = On,
        DeliveredOn = DeliveredOn,
        Text = Text,
        Claim = Claim,
        Facts = Facts,
        Opinion = Opinion,
        Basis = Basis,
        Outcome = Word<OpinionOutcome>.Read(Outcome),
        Ruling = Word<ReviewRuling>.Read(Ruling),
        PersonId = Person,
        NoteKind = Word<NoteKind>.Read(Note),
        OnceKey = OnceKey,
    };
}
