using System.Text.RegularExpressions;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>
/// A complaint does not go to whom it is about (rules F5.1, F5.2; LAW-XF a.30, LAW-TS a.33): not to the unit or person that its words or
/// its window name, nor to one above or below in line. Names are matched, not understood: who sends it elsewhere asks the supervisor.
/// </summary>
internal static partial class Conflicts
{
    private const int ShortName = 2;

    public static bool Concern(CaseFile file, Unit unit)
    {
        if (file.Shield is { TargetUnitId: { } id } shield && file.Offices.Unit(id) is { } target
            && Barring.IsInLine(unit.Path, target.Path, file.Offices.Unit(shield.SupervisorUnitId)?.Path))
        {
            return true;
        }
        return file.Conflict is { } facts && !facts.WaivedUnitIds.Contains(unit.Id) && unit.Id != file.Shield?.SupervisorUnitId
            && LineOf(unit, file.Offices).Any(u => Names(u, file.Offices).Any(n => facts.Words.Contains(n, StringComparison.Ordinal))
                || facts.Staff[u.Id].Any(n => IsNamed(facts.Words, n)));
    }

    /// <summary>Who is complained of cannot act on it.</summary>
    public static bool IsAboutActor(CaseFile file, Actor who) => who is { Kind: ActorKind.Staff, PersonId: { } person }
        && (file.Shield?.TargetPersonId == person || (file.Conflict is { } facts && IsNamed(facts.Words, who.Name)));

    /// <summary>The unit, all below it, and those above it but for the county as a whole.</summary>
    public static IEnumerable<Unit> LineOf(Unit unit, OfficesSnapshot offices) =>
        offices.Above(unit).Where(u => u.Kind != UnitKind.County).Concat(offices.Subtree(unit));

    // What is also the name of a place says where, not who.
    private static IEnumerable<string> Names(Unit unit, OfficesSnapshot offices) =>
        offices.AliasesOf(unit).Append(unit.Name).Where(n => n.Length >= ShortName && offices.PlacesNamed(n).Count == 0);

    // Two signs are also words of every day: they count beside a post only.
    private static bool IsNamed(string words, string name)
    {
        if (name.Length < ShortName)
        {
            return false;
        }
        for (var at = words.IndexOf(name, StringComparison.Ordinal); at >= 0; at = words.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (name.Length > ShortName || Before().IsMatch(words[..at]) || After().IsMatch(words[(at + name.Length)..]))
            {
                return true;
            }
        }
        return false;
    }

    [GeneratedRegex("(叫|姓名|名字|局长|科长|主任|书记|镇长|乡长|所长|站长|队长|工作人员|经办人?|干部|同志|窗口)[:,：，的是为]{0,2}$")]
    private static partial Regex Before();

    [GeneratedRegex("^(副?(局长|科长|主任|书记|镇长|乡长|所长|站长|队长)|工作人员|经办|干部|同志|这个人|利用)")]
    private static partial Regex After();
}

/// <summary>It is about the one to whom it would go, or who would act; offers the way to the supervisor.</summary>
internal sealed record ConflictOfInterest(string Whom) : Refusal("conflict-of-interest")
{
    public override string? Field => "unitId";
    public override IReadOnlyList<object> Arguments => [Whom];
}
