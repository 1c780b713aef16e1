using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm.Cadences;

/// <summary>Whether a cadence can be kept as wanted. Pure.</summary>
internal static class CadenceRules
{
    public static Outcome<KeepCadence> Decide(KeepCadence wanted, Act act, OfficesSnapshot offices)
    {
        if (!Permissions.May(act.Who, Capability.ManageRhythm))
        {
            return new NotPermitted();
        }
        if (wanted.Id is null && Code.OrNull(wanted.Code) is null)
        {
            return new UnreadableCadenceCode();
        }
        if (PlainText.Read(wanted.Name, "Name", Cadence.LongestName).IsRefused(out var refusal, out var name))
        {
            return refusal;
        }
        if (name is null)
        {
            return new Missing("Name");
        }
        if (offices.Unit(wanted.OfficeId) is null)
        {
            return new Missing("OfficeId");
        }
        var units = wanted.UnitIds.Distinct().ToList();
        if (units.Count is 0 or > Cadence.MostUnits || units.Exists(u => offices.Unit(u) is null))
        {
            return new CadenceNeedsUnits(Cadence.MostUnits);
        }
        return Steps(wanted).IsRefused(out refusal, out var steps) ? refusal : wanted with { Name = name, Steps = steps, UnitIds = units };
    }

    private static Outcome<StepWanted[]> Steps(KeepCadence wanted)
    {
        if (wanted.Steps.Count is 0 or > Cadence.MostSteps)
        {
            return new CadenceNeedsSteps(Cadence.MostSteps);
        }
        var longest = DueDates.LongestOf(wanted.Every);
        var steps = new StepWanted[wanted.Steps.Count];
        for (var i = 0; i < steps.Length; i++)
        {
            if (PlainText.Read(wanted.Steps[i].Name, "Name", Cadence.LongestName).IsRefused(out var refusal, out var name))
            {
                return refusal;
            }
            if (name is null || !Enum.IsDefined(wanted.Steps[i].Kind))
            {
                return new CadenceNeedsSteps(Cadence.MostSteps);
            }
            if (wanted.Steps[i].Day < 1 || wanted.Steps[i].Day > longest)
            {
                return new DayOutsidePeriod(name, longest);
            }
            steps[i] = wanted.Steps[i] with { Name = name };
        }
        return steps;
    }
}
