using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>What a petition may be taken in with. Pure.</summary>
internal static class PetitionIntake
{
    public static Refusal? Refuse(RegisterPetition command, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ManagePetitions))
        {
            return new NotPermitted();
        }
        if (!Enum.IsDefined(command.Level) || !Enum.IsDefined(command.Form))
        {
            return new UnknownChoice(Enum.IsDefined(command.Level) ? nameof(command.Form) : nameof(command.Level));
        }
        if (PetitionSystems.Find(command.SystemCode) is not { } system)
        {
            return new UnknownSystem();
        }
        if (command.LinkUrl is { Length: > 0 } link && (link.Length > RegisterPetition.LongestLink || !PetitionSystems.Allows(system, link)))
        {
            return new LinkNotAllowed();
        }
        return command.Representatives > RegisterPetition.MostRepresentatives ? new TooManyRepresentatives(RegisterPetition.MostRepresentatives)
            : command.Representatives > command.People ? new MoreRepresentativesThanPeople()
            : command.People is < 1 or > RegisterPetition.MostPeople ? new UnknownChoice(nameof(command.People))
            : command.Representatives < 0 ? new UnknownChoice(nameof(command.Representatives))
            : command.Times is < 1 or > 999 ? new UnknownChoice(nameof(command.Times))
            : command.ReceivedOn > LocalDay.Of(act.At) ? new DayInFuture(nameof(command.ReceivedOn))
            : command.OfficialNumber?.Trim().Length > RegisterPetition.LongestNumber ? new TooLong(nameof(command.OfficialNumber), RegisterPetition.LongestNumber)
            : command.HardReason?.Trim().Length > PetitionGate.LongestText ? new TooLong(nameof(command.HardReason), PetitionGate.LongestText)
            : null;
    }

    public static RegisterMatter MatterOf(RegisterPetition command) =>
        new(command.IsAccusation ? MatterKind.Report : MatterKind.Help, ChannelOf(command.Form), command.Text, command.PlaceCode)
        {
            Title = command.Title,
            Contact = command.Contact,
            CategoryCode = command.CategoryCode,
            IsConfidential = command.IsAccusation,
            OpenedOn = command.ReceivedOn,
            OnceKey = command.OnceKey,
        };

    public static Petition RowOf(RegisterPetition command, long matterId, Act act) => new()
    {
        MatterId = matterId,
        SystemCode = command.SystemCode,
        LinkUrl = string.IsNullOrWhiteSpace(command.LinkUrl) ? null : command.LinkUrl.Trim(),
        Level = command.Level,
        Form = command.Form,
        Stage = PetitionStage.Registered,
        ReceivedOn = command.ReceivedOn ?? LocalDay.Of(act.At),
        Times = command.Times,
        IsRepeatListed = command.IsRepeatListed,
        People = command.People,
        Representatives = command.Representatives,
        IsHard = !string.IsNullOrWhiteSpace(command.HardReason),
        HardReason = string.IsNullOrWhiteSpace(command.HardReason) ? null : command.HardReason.Trim(),
        UpdatedAt = act.At,
        UpdatedBy = act.Who.Kind == ActorKind.Staff ? act.Who.Name : act.Who.Office,
    };

    private static Channel ChannelOf(PetitionForm form) => form switch
    {
        PetitionForm.Online => Channel.Web,
        PetitionForm.Phone => Channel.Hotline,
        _ => Channel.Window,
    };
}
