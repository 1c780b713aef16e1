using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Rooms.Matters.Register;

/// <summary>The rows of a matter that has just come in.</summary>
internal static class MatterRows
{
    public static Matter Matter(
        Registration registration, MatterLimit limit, DeadlineAnswer deadline, string number, byte[]? print, Act act)
    {
        var command = registration.Command;
        return new Matter
        {
            Id = act.NewId(),
            Number = number,
            Kind = command.Kind,
            Channel = command.Channel,
            Urgency = command.Urgency,
            Title = registration.Title,
            IsConfidential = registration.IsConfidential,
            State = MatterState.Registered,
            CategoryCode = command.CategoryCode,
            TownCode = registration.TownCode,
            PlaceCode = registration.Place.Code,
            DriveId = command.DriveId,
            VisitId = command.VisitId,
            DutyShiftId = command.DutyShiftId,
            RegisteredAt = act.At,
            OpenedOn = registration.OpenedOn,
            DueAt = deadline.Due,
            IsDueProvisional = deadline.IsProvisional,
            ProfileCode = limit.ProfileCode,
            ProfileVersion = limit.ProfileVersion,
            RequesterPrint = print,
            UpdatedAt = act.At,
            UpdatedBy = act.Who.Name,
        };
    }

    public static MatterText Text(long matterId, RegisterMatter command) =>
        new() { MatterId = matterId, Text = command.Text, PlaceText = command.PlaceText, NoticeVersion = command.NoticeVersion };

    public static Clock Clock(Matter matter, FirstLimit first, DeadlineAnswer deadline, Act act) =>
        Clock(matter, first.Limit, deadline, act, first.Stage, first.StartAt);

    public static Clock Clock(
        Matter matter, MatterLimit limit, DeadlineAnswer deadline, Act act, ClockStage stage = ClockStage.Handle, DateTimeOffset? startAt = null)
    {
        return new Clock
        {
            Id = act.NewId(),
            MatterId = matter.Id,
            Stage = stage,
            Round = matter.Round,
            StartAt = startAt ?? act.At,
            Limit = limit.Limit.ToString(),
            ProfileCode = limit.ProfileCode,
            ProfileVersion = limit.ProfileVersion,
            DueAt = deadline.Due,
            IsProvisional = deadline.IsProvisional,
        };
    }

    public static Step FirstStep(Matter matter, long? officeId, Act act) => new()
    {
        Id = act.NewId(),
        MatterId = matter.Id,
        Verb = Verb.Register,
        FromState = MatterState.Registered,
        ToState = MatterState.Registered,
        At = act.At,
        ActorKind = act.Who.Kind,
        PersonId = act.Who.PersonId,
        PersonName = act.Who.Name,
        OfficeId = officeId,
        DueAt = matter.DueAt,
    };

    /// <summary>The town an entry may name: of a confidential matter the county only.</summary>
    public static Code PublicTown(Matter matter) => new(matter.IsConfidential ? matter.TownCode[..6] : matter.TownCode);
}
