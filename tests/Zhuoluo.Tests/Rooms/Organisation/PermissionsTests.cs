using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Organisation;

public sealed class PermissionsTests
{
    private static readonly Capability[] _all = Enum.GetValues<Capability>();

    [Fact]
    public void The_table_knows_every_capability_and_every_role_of_people()
    {
        Assert.Equal(Enum.GetValues<Role>().Where(r => r != Role.System), Permissions.Roles.Order());
        Assert.All(_all, c => Assert.All(Permissions.Roles, r => Permissions.ScopeOf(c, r)));
    }

    [Fact]
    public void The_page_in_docs_equals_the_table()
    {
        static string Word(Scope scope) => scope switch { Scope.All => "all", Scope.Own => "own", _ => "" };
        var rows = _all.Select(c => $"| {c} | {string.Join(" | ", Permissions.Roles.Select(r => Word(Permissions.ScopeOf(c, r))))} |");
        Assert.Equal(rows, Repository.Read("docs/permissions.md").Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1));
    }

    [Fact]
    public void A_clerk_never_declines_and_only_a_clerk_escalates_from_a_window()
    {
        Assert.Equal(Scope.None, Permissions.ScopeOf(Capability.DeclineMatter, Role.Clerk));
        Assert.Equal([Role.Clerk], Permissions.Roles.Where(r => Permissions.ScopeOf(Capability.EscalateFromWindow, r) != Scope.None));
    }

    [Fact]
    public void An_auditor_reads_and_changes_nothing() =>
        Assert.All(_all.Where(c => Permissions.ScopeOf(c, Role.Auditor) != Scope.None), c => Assert.Contains(c, Permissions.Reading));

    [Fact]
    public void A_leader_reads_and_urges() =>
        Assert.Equal([Capability.UrgeMatter], _all.Where(c => Permissions.ScopeOf(c, Role.Leader) != Scope.None && !Permissions.Reading.Contains(c)));

    [Fact]
    public void System_may_everything_and_the_public_nothing() => Assert.All(_all, c =>
    {
        Assert.True(Permissions.May(Actor.Job("x"), c, "/1/"));
        Assert.False(Permissions.May(Actor.Public, c));
    });

    [Fact]
    public void Own_means_the_unit_and_all_below_it()
    {
        var handler = Staff("/1/12/", Role.Handler);

        Assert.True(Permissions.May(handler, Capability.SignMatter));
        Assert.True(Permissions.May(handler, Capability.SignMatter, "/1/12/"));
        Assert.True(Permissions.May(handler, Capability.SignMatter, "/1/12/5/"));
        Assert.False(Permissions.May(handler, Capability.SignMatter, "/1/"));
        Assert.False(Permissions.May(handler, Capability.SignMatter, "/1/125/"));
    }

    [Fact]
    public void Paths_of_a_list_are_the_highest_of_the_subtrees()
    {
        var both = new Actor(ActorKind.Staff, 1, "", "x", [new Grant(Role.Handler, "/1/12/", 12), new Grant(Role.Clerk, "/1/12/5/", 5), new Grant(Role.Clerk, "/1/3/", 3)]);

        Assert.Equal(["/1/12/", "/1/3/"], Permissions.PathsOf(both, Capability.SeeMatters));
        Assert.Equal(["/"], Permissions.PathsOf(Staff("/1/12/", Role.Auditor), Capability.SeeMatters));
        Assert.Empty(Permissions.PathsOf(Staff("/", Role.Administrator), Capability.SeeMatters));
    }

    private static Actor Staff(string path, Role role) => new(ActorKind.Staff, 1, "", "x", [new Grant(role, path, 1)]);
}
