namespace Zhuoluo.Rooms.Organisation;

/// <summary>Everything that needs a permission. Which role may do what is the table in <see cref="Permissions"/>.</summary>
internal enum Capability
{
    SeeWorkbench,
    SeeMatters,
    RegisterMatter,
    AcceptMatter,

    /// <summary>Propose or confirm; the two are never the same person.</summary>
    DeclineMatter,
    EscalateFromWindow,
    AssignMatter,
    SignMatter,
    ReturnMatter,
    AdjudicateReturn,
    AskRequester,
    ExtendDeadline,
    ApproveExtension,
    SuspendMatter,
    ApproveSuspension,
    AnswerMatter,
    ReviewAnswer,
    CallBack,
    CloseMatter,
    ReopenMatter,
    UrgeMatter,
    MergeMatters,
    TransferMatter,
    WithdrawMatter,

    /// <summary>Reveal contact data, with a reason that is logged.</summary>
    SeeContact,
    PublishMatter,

    /// <summary>Take petitions in, sort, forward, record reviews, say who leads.</summary>
    ManagePetitions,

    /// <summary>Tell the petitioner, give the opinion, write the diary.</summary>
    HandlePetition,

    /// <summary>Look whether what is said to be settled is.</summary>
    CheckPetition,
    ManageBacklogs,
    ManageTeams,
    ManageHotspots,

    /// <summary>Persuade or warn who uses the line against its purpose, and review it.</summary>
    TakeMeasures,
    SeeWishes,

    /// <summary>Show a wish on the wall, in checked words, or not.</summary>
    CheckWishes,

    /// <summary>Take a wish on for one's unit or its branch.</summary>
    ClaimWishes,

    /// <summary>Put wishes and those who give together.</summary>
    ManageWishes,

    /// <summary>Hand in photos and documents through the API; what they may belong to is a question of the call that names them.</summary>
    AttachFile,

    /// <summary>Destroy a photo or document for a reason.</summary>
    RemoveFile,
    RegisterVisit,
    ManageDuty,
    ManageDrives,
    ManageCategories,
    ManageCalendars,
    SeeOrganisation,
    ManageOrganisation,
    SeePeople,
    ManagePeople,

    /// <summary>Every sign-in and every change of an account.</summary>
    SeeSignIns,

    /// <summary>Addresses of other programs that are told of events.</summary>
    ManageWebhooks,

    /// <summary>Make and end tokens of other programs.</summary>
    ManageServices,
    ImportFiles,
    SeeStatistics,
    SeeLedger,
    ExportData,

    /// <summary>Give a matter to the supervisor because it is about a unit or a person.</summary>
    ProtectMatter,

    /// <summary>Read and handle what is protected; widen circles; ask for and decide on waivers.</summary>
    SuperviseMatters,
    ManageWindowCodes,

    /// <summary>Who opened which contact and which record, when and why.</summary>
    SeeReveals,

    /// <summary>Requests of people about their data, erasure, retention, legal holds.</summary>
    ManagePersonalData,
    /// <summary>The list of the dissatisfied, the draws and the exclusions.</summary>
    SeeDissatisfied,

    /// <summary>Explain, report a fix, ask for an exit or an exclusion.</summary>
    HandleDissatisfied,

    /// <summary>Grant or refuse them; never the person who asked.</summary>
    DecideDissatisfied,
    DrawCallBacks,
    SeeRatingAlarms,
    JudgeRatingAlarms,

    /// <summary>Office networks and how the rates are counted.</summary>
    ManageRatings,

    /// <summary>Templates of answers.</summary>
    ManageTemplates,

    /// <summary>Which texts a unit sends most often.</summary>
    SeeReuse,
    SeeProjects,

    /// <summary>Keep lists, screen applications, put projects on lists, publicise, tie matters to them.</summary>
    ManageProjects,

    /// <summary>Hand a project in for the library.</summary>
    ApplyProject,

    /// <summary>Do the work: start, report, complete, ask for more time.</summary>
    HandleProject,

    /// <summary>Look whether what a unit says to be completed is; never the unit itself.</summary>
    AcceptProject,

    /// <summary>Grant or refuse a later day, a pause, an end; close, reopen, remind.</summary>
    DecideProject,

    /// <summary>Write down what investors signed, signing events and rounds of batch starts.</summary>
    KeepInvestment,

    /// <summary>Cadences, meetings, decisions and bulletins.</summary>
    SeeRhythm,

    /// <summary>Keep cadences, hold meetings, write decisions and bulletins, issue what was approved.</summary>
    ManageRhythm,

    /// <summary>Say what the own unit held, issued or carried out.</summary>
    HandleRhythm,

    /// <summary>Approve a bulletin that somebody else wrote, or send it back.</summary>
    ApproveBulletin,

    /// <summary>Show an issued bulletin to the public.</summary>
    PublishBulletin,

    /// <summary>Draft sheets of results by unit, comment on units, issue what somebody else drafted, record talks; approve checks that somebody else asked for and rule on objections.</summary>
    KeepAppraisals,
    /// <summary>Figures with their records, stated ones, checks.</summary>
    SeeFigures,

    /// <summary>Define figures, tell external values, state and correct, run checks.</summary>
    ManageFigures,

    /// <summary>Have the numbers of a draft held against each other.</summary>
    CheckDrafts,
}

internal enum Scope
{
    None,

    /// <summary>The unit of the role and all below it.</summary>
    Own,
    All,
}
