namespace Zhuoluo.Foundation;

/// <summary>Who acts. <see cref="Office"/> is the code of the unit acted for; entries name the office, never the person.</summary>
/// <param name="Kind">Staff, requester, job or operator.</param>
/// <param name="PersonId">The staff member's id; null for everybody else.</param>
/// <param name="Name">Shown in timelines to those who may see it; never written into an entry or a log.</param>
/// <param name="Office">Unit code such as 360821-12, or "public", "job", "operator".</param>
/// <param name="Grants">Roles held now, each over a unit subtree.</param>
internal sealed record Actor(ActorKind Kind, long? PersonId, string Name, string Office, IReadOnlyList<Grant> Grants)
{
    public static Actor Public { get; } = new(ActorKind.Requester, null, "", "public", []);

    /// <summary>A job of the system itself, e.g. "recompute-deadlines".</summary>
    public static Actor Job(string name) => new(ActorKind.Job, null, name, "job", [new Grant(Role.System, "/", null)]);

    /// <summary>Somebody with a shell on the server, under the name they state with --as.</summary>
    public static Actor Operator(string name) => new(ActorKind.Operator, null, name, "operator", [new Grant(Role.System, "/", null)]);

    /// <summary>Names of the only capabilities that the token in use opens; null where nothing is narrowed.</summary>
    public IReadOnlySet<string>? Only { get; init; }

    public bool Holds(Role role) => Grants.Any(g => g.Role == role);
}

internal enum ActorKind { Staff = 1, Requester = 2, Job = 3, Operator = 4 }

/// <summary>A role over the unit subtree that begins with <paramref name="UnitPath"/> ("/" is everything).</summary>
internal sealed record Grant(Role Role, string UnitPath, long? UnitId)
{
    public bool Covers(string unitPath) => unitPath.StartsWith(UnitPath, StringComparison.Ordinal);
}

/// <summary>Numbers are stored; never renumber. A resident needs no account and so has no role here.</summary>
internal enum Role
{
    Clerk = 1,
    Dispatcher = 2,
    Handler = 3,
    UnitHead = 4,
    Supervisor = 5,
    Leader = 6,
    Editor = 7,
    Auditor = 8,
    Administrator = 9,

    /// <summary>Jobs and command-line operators; cannot be given to a person.</summary>
    System = 100,
}
