using System.Collections.Frozen;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>
/// The one table of who may do what: checks, menus, docs/permissions.md and the tests read it and nothing else.
/// Promises: a window's clerk never declines a matter, only escalates it; the auditor reads all and changes nothing;
/// the leader reads all and urges; the administrator of people and units sees no matters (F2: split administration).
/// </summary>
internal static class Permissions
{
    // One letter a role: o own unit subtree, a all, - none.
    private const string Table = """
        #                  Cl Di Ha He Su Le Ed Au Ad
        SeeWorkbench       o  a  o  o  a  a  a  a  a
        SeeMatters         o  a  o  o  a  a  a  a  -
        RegisterMatter     o  a  o  o  -  -  -  -  -
        AcceptMatter       -  a  -  -  -  -  -  -  -
        DeclineMatter      -  a  -  -  a  -  -  -  -
        EscalateFromWindow o  -  -  -  -  -  -  -  -
        AssignMatter       -  a  -  o  -  -  -  -  -
        SignMatter         -  -  o  o  -  -  -  -  -
        ReturnMatter       -  -  o  o  -  -  -  -  -
        AdjudicateReturn   -  a  -  -  a  -  -  -  -
        AskRequester       -  a  o  o  -  -  -  -  -
        ExtendDeadline     -  -  o  o  -  -  -  -  -
        ApproveExtension   -  -  -  o  a  -  -  -  -
        SuspendMatter      -  -  o  o  -  -  -  -  -
        ApproveSuspension  -  -  -  -  a  -  -  -  -
        AnswerMatter       -  -  o  o  -  -  -  -  -
        ReviewAnswer       -  a  -  o  a  -  -  -  -
        CallBack           -  a  -  -  a  -  -  -  -
        CloseMatter        -  a  -  -  a  -  -  -  -
        ReopenMatter       -  a  -  -  a  -  -  -  -
        UrgeMatter         -  a  -  -  a  a  -  -  -
        MergeMatters       -  a  -  -  -  -  -  -  -
        TransferMatter     -  a  -  -  -  -  -  -  -
        WithdrawMatter     o  a  -  -  -  -  -  -  -
        SeeContact         o  a  o  o  a  -  -  -  -
        PublishMatter      -  -  -  -  -  -  a  -  -
        ManagePetitions    -  a  -  -  -  -  -  -  -
        HandlePetition     -  -  o  o  -  -  -  -  -
        CheckPetition      -  -  -  -  a  -  -  -  -
        ManageBacklogs     -  a  -  -  a  -  -  -  -
        ManageTeams        -  a  -  o  a  -  -  -  -
        ManageHotspots     -  a  -  -  a  -  -  -  -
        TakeMeasures       -  a  -  -  a  -  -  -  -
        SeeWishes          a  a  a  a  a  a  a  a  -
        CheckWishes        -  -  -  -  -  -  a  -  -
        ClaimWishes        o  a  o  o  -  -  -  -  -
        ManageWishes       -  a  -  -  a  -  -  -  -
        AttachFile         o  a  o  o  a  -  -  -  -
        RemoveFile         -  a  -  -  a  -  a  -  -
        RegisterVisit      o  a  o  o  -  -  -  -  -
        ManageDuty         -  a  -  -  -  -  -  -  a
        ManageDrives       -  a  -  -  a  -  -  -  -
        ManageCategories   -  a  -  -  -  -  -  -  a
        ManageCalendars    -  -  -  -  -  -  -  -  a
        SeeOrganisation    a  a  a  a  a  a  a  a  a
        ManageOrganisation -  -  -  -  -  -  -  -  a
        SeePeople          -  -  -  o  -  -  -  a  a
        ManagePeople       -  -  -  -  -  -  -  -  a
        SeeSignIns         -  -  -  -  -  -  -  a  a
        ManageWebhooks     -  -  -  -  -  -  -  -  a
        ManageServices     -  -  -  -  -  -  -  -  a
        ImportFiles        -  a  -  -  -  -  -  -  a
        SeeStatistics      o  a  o  o  a  a  a  a  a
        SeeLedger          -  -  -  -  a  a  -  a  a
        ExportData         -  a  -  o  a  -  -  a  -
        ProtectMatter      -  a  -  -  a  -  -  -  -
        SuperviseMatters   -  -  -  -  a  -  -  -  -
        ManageWindowCodes  -  -  -  -  -  -  -  -  a
        SeeReveals         -  -  -  -  a  -  -  a  -
        ManagePersonalData -  -  -  -  a  -  -  -  -
        SeeDissatisfied    -  a  o  o  a  a  -  a  -
        HandleDissatisfied -  a  o  o  a  -  -  -  -
        DecideDissatisfied -  -  -  -  a  -  -  -  -
        DrawCallBacks      -  -  -  -  a  -  -  -  -
        SeeRatingAlarms    -  -  -  -  a  -  -  a  -
        JudgeRatingAlarms  -  -  -  -  a  -  -  -  -
        ManageRatings      -  -  -  -  -  -  -  -  a
        ManageTemplates    -  a  -  o  -  -  -  -  -
        SeeReuse           -  -  -  o  a  -  -  a  -
        SeeProjects        a  a  a  a  a  a  a  a  -
        ManageProjects     -  a  -  -  -  -  -  -  -
        ApplyProject       -  a  o  o  -  -  -  -  -
        HandleProject      -  -  o  o  -  -  -  -  -
        AcceptProject      -  a  -  -  a  -  -  -  -
        DecideProject      -  -  -  -  a  -  -  -  -
        KeepInvestment     -  a  o  o  -  -  -  -  -
        SeeRhythm          -  a  a  a  a  a  a  a  -
        ManageRhythm       -  a  -  -  a  -  -  -  -
        HandleRhythm       -  -  o  o  -  -  -  -  -
        ApproveBulletin    -  -  -  -  a  -  -  -  -
        PublishBulletin    -  -  -  -  a  -  a  -  -
        KeepAppraisals     -  a  -  -  a  -  -  -  -
        SeeFigures         a  a  a  a  a  a  a  a  a
        ManageFigures      -  a  -  -  a  -  -  -  a
        CheckDrafts        a  a  a  a  a  a  a  a  a
        """;

    private static readonly Role[] _columns =
    [
        Role.Clerk, Role.Dispatcher, Role.Handler, Role.UnitHead, Role.Supervisor, Role.Leader, Role.Editor, Role.Auditor, Role.Administrator,
    ];

    private static readonly FrozenDictionary<Capability, Scope[]> _rows = Table.Split('\n').Skip(1)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(words => Enum.Parse<Capability>(words[0]), words => words[1..].Select(Read).ToArray());

    public static IReadOnlyList<Role> Roles => _columns;

    /// <summary>What only reads. Auditors hold nothing else.</summary>
    public static IReadOnlySet<Capability> Reading { get; } = new HashSet<Capability>
    {
        Capability.SeeWorkbench, Capability.SeeMatters, Capability.SeeWishes, Capability.SeeOrganisation, Capability.SeePeople,
        Capability.SeeSignIns, Capability.SeeStatistics, Capability.SeeLedger, Capability.ExportData, Capability.SeeReveals,
        Capability.SeeDissatisfied, Capability.SeeRatingAlarms, Capability.SeeReuse, Capability.SeeProjects, Capability.SeeRhythm,
        Capability.CheckDrafts, Capability.SeeFigures,
    };

    public static Scope ScopeOf(Capability capability, Role role)
    {
        if (role == Role.System)
        {
            return Scope.All;
        }
        return _rows[capability][Array.IndexOf(_columns, role)];
    }

    /// <summary>
    /// Whether the actor may, for the unit with this path. Without a path: whether for any unit at all, which is what menus ask;
    /// a handler that changes something must give the path.
    /// </summary>
    public static bool May(Actor actor, Capability capability, string? unitPath = null) =>
        IsOpen(actor, capability) && actor.Grants.Any(g => ScopeOf(capability, g.Role) switch
        {
            Scope.All => true,
            Scope.Own => unitPath is null || g.Covers(unitPath),
            _ => false,
        });

    /// <summary>
    /// The paths of the subtrees over which the actor may; "/" for everything, empty for nothing. For the WHERE of lists.
    /// </summary>
    public static IReadOnlyList<string> PathsOf(Actor actor, Capability capability)
    {
        if (!IsOpen(actor, capability))
        {
            return [];
        }
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var grant in actor.Grants)
        {
            var scope = ScopeOf(capability, grant.Role);
            if (scope == Scope.All)
            {
                return ["/"];
            }
            if (scope == Scope.Own)
            {
                paths.Add(grant.UnitPath);
            }
        }
        return [.. paths.Where(p => !paths.Any(above => above != p && p.StartsWith(above, StringComparison.Ordinal)))];
    }

    // A token opens no more than its scopes name, whatever the roles behind it may do.
    private static bool IsOpen(Actor actor, Capability capability) => actor.Only is not { } only || only.Contains(capability.ToString());

    private static Scope Read(string letter) => letter switch
    {
        "o" => Scope.Own,
        "a" => Scope.All,
        "-" => Scope.None,
        _ => throw new InvalidOperationException($"The permission table says {letter}."),
    };
}
