using System.Collections.Frozen;

namespace Zhuoluo.Rooms.Organisation.Tokens;

/// <summary>
/// A part of what a person may do, which a token can be narrowed to. A capability that stands in no scope is never open to a token:
/// tokens and second factors themselves, and whatever came later and was not put here.
/// </summary>
internal sealed record TokenScope(int Number, string Name, IReadOnlyList<Capability> Opens)
{
    // Numbers are stored as bits; never renumber.
    private const string Table = """
        0  matters:read       SeeWorkbench SeeMatters
        1  matters:write      SeeMatters RegisterMatter AcceptMatter DeclineMatter EscalateFromWindow AssignMatter SignMatter ReturnMatter AdjudicateReturn AskRequester ExtendDeadline ApproveExtension SuspendMatter ApproveSuspension AnswerMatter ReviewAnswer CallBack CloseMatter ReopenMatter UrgeMatter MergeMatters TransferMatter WithdrawMatter
        2  contacts:read      SeeMatters SeeContact
        3  publications:write SeeMatters PublishMatter
        4  visits:write       RegisterVisit
        5  statistics:read    SeeStatistics CheckDrafts
        6  export:read        ExportData SeeMatters
        7  organisation:read  SeeOrganisation
        8  organisation:write SeeOrganisation ManageOrganisation
        9  people:read        SeePeople
        10 people:write       SeePeople ManagePeople
        11 settings:write     ManageDuty ManageDrives ManageCategories ManageCalendars
        12 files:import       ImportFiles
        13 ledger:read        SeeLedger
        14 wishes:read        SeeWishes
        15 wishes:write       SeeWishes CheckWishes ClaimWishes ManageWishes
        16 ratings:read       SeeDissatisfied SeeRatingAlarms
        17 ratings:write      SeeDissatisfied HandleDissatisfied DecideDissatisfied CallBack
        18 files:write        SeeMatters AttachFile RemoveFile
        19 replies:write      ManageTemplates SeeReuse
        20 cases:write        SeeMatters ManagePetitions HandlePetition CheckPetition ManageBacklogs ManageTeams ManageHotspots TakeMeasures
        21 projects:read      SeeProjects
        22 projects:write     SeeProjects ManageProjects ApplyProject HandleProject AcceptProject DecideProject KeepInvestment
        23 rhythm:read        SeeRhythm
        24 rhythm:write       SeeRhythm ManageRhythm HandleRhythm ApproveBulletin PublishBulletin KeepAppraisals
        27 figures:read       SeeFigures
        28 figures:write      SeeFigures ManageFigures
        """;

    /// <summary>What no token opens, and why. Each capability stands in a scope or here, which a test holds.</summary>
    public static IReadOnlyDictionary<Capability, string> Outside { get; } = new Dictionary<Capability, string>
    {
        [Capability.ManageServices] = "a token that makes tokens would outlive its own end",
        [Capability.ManageWebhooks] = "sends data to other places; a person does that, with a second factor",
        [Capability.SeeSignIns] = "tells of colleagues' accounts",
        [Capability.ProtectMatter] = "a judgement about people, made by a person",
        [Capability.SuperviseMatters] = "what is protected stays away from programs",
        [Capability.ManageWindowCodes] = "the codes are secrets until they hang at the window",
        [Capability.SeeReveals] = "tells what colleagues looked at",
        [Capability.ManagePersonalData] = "erasure and holds are decided by two people",
        [Capability.DrawCallBacks] = "a draw is made in front of people",
        [Capability.JudgeRatingAlarms] = "a judgement about people, made by a person",
        [Capability.ManageRatings] = "changes how everybody is counted",
    };

    public static IReadOnlyList<TokenScope> All { get; } =
    [
        .. Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(words => new TokenScope(int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture), words[1], [.. words[2..].Select(Enum.Parse<Capability>)])),
    ];

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<long, FrozenSet<string>> _opened = new();

    public long Bit => 1L << Number;

    /// <summary>Text key of what it means.</summary>
    public string Key => "token.scope." + Name.Replace(':', '.');

    public static IEnumerable<TokenScope> In(long bits) => All.Where(s => (bits & s.Bit) != 0);

    /// <summary>The bits of these names; 0 for none, null when one of them is unknown.</summary>
    public static long? Bits(IEnumerable<string> names)
    {
        long bits = 0;
        foreach (var name in names)
        {
            if (All.FirstOrDefault(s => s.Name == name) is not { } scope)
            {
                return null;
            }
            bits |= scope.Bit;
        }
        return bits;
    }

    /// <summary>Names of all capabilities that these scopes open.</summary>
    public static IReadOnlySet<string> Opened(long bits) =>
        _opened.GetOrAdd(bits, b => In(b).SelectMany(s => s.Opens).Select(c => c.ToString()).ToFrozenSet(StringComparer.Ordinal));
}
