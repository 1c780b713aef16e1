using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Deeds;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Tests.Rooms.Matters.Deeds;

/// <summary>Every state with every verb, and every line of the table with every role (rules A2).</summary>
public sealed class StateTableTests
{
    public static TheoryData<string> States => [.. Enum.GetNames<MatterState>()];

    [Theory, MemberData(nameof(States))]
    public void Does_exactly_what_the_table_says_and_refuses_the_rest_with_the_state(string name)
    {
        var state = Enum.Parse<MatterState>(name);
        foreach (var verb in Enum.GetValues<Verb>())
        {
            var file = AFile.In(state);
            if (verb is Verb.RequestExtension or Verb.ProposeSuspension)
            {
                file.Proposals.Clear();
            }
            var deed = AFile.Doing(verb);
            var act = AFile.By(Role.System);
            if (Transitions.Find(state, verb) is { } line)
            {
                file.Done(deed, act);
                Assert.Equal((verb, line.To, line.To.IsOpen()), (verb, file.Matter.State, file.Matter.IsOpen));
            }
            else
            {
                var refusal = Assert.IsType<WrongState>(file.Refused(deed, act));
                Assert.Equal(state, refusal.State);
                Assert.Equal(Transitions.OutOf(state).Select(t => t.Verb).Distinct(), refusal.Possible);
            }
        }
    }

    [Theory, MemberData(nameof(States))]
    public void Refuses_every_role_that_has_not_the_permission_and_no_other(string name)
    {
        foreach (var line in Transitions.OutOf(Enum.Parse<MatterState>(name)))
        {
            foreach (var role in Permissions.Roles)
            {
                var refusal = Verbs.Decide(AFile.In(line.From), AFile.Doing(line.Verb), AFile.By(role)).Match<Refusal?>(_ => null, r => r);
                // Before there is a lead unit, a role over one subtree has nothing to go by.
                var isCovered = AFile.In(line.From).Lead is not null;
                var scope = Permissions.ScopeOf(line.Who!.Value, role);
                var may = scope == Scope.All || (scope == Scope.Own && isCovered);
                Assert.True(may != refusal is NotPermitted, $"{line.From} {line.Verb} {role}: {refusal}");
            }
        }
    }

    [Theory, MemberData(nameof(States))]
    public void Refuses_who_holds_the_role_over_another_unit_only(string name)
    {
        foreach (var line in Transitions.OutOf(Enum.Parse<MatterState>(name)))
        {
            foreach (var role in Permissions.Roles.Where(r => Permissions.ScopeOf(line.Who!.Value, r) == Scope.Own))
            {
                var elsewhere = AFile.By(role, path: "/1001/1004/");
                Assert.IsType<NotPermitted>(AFile.In(line.From).Refused(AFile.Doing(line.Verb), elsewhere));
            }
        }
    }

    [Fact]
    public void Lets_the_requester_do_what_the_table_leaves_to_the_requester_and_nothing_without_the_code()
    {
        foreach (var line in Transitions.All)
        {
            var file = AFile.In(line.From, m => m.ClosedOn = new DateOnly(2026, 3, 1));
            var refusal = Verbs.Decide(file, AFile.Doing(line.Verb), AFile.Act(Actor.Public)).Match<Refusal?>(_ => null, r => r);
            Assert.True(line.Requires.HasFlag(Requires.OrRequester) != refusal is NotPermitted, $"{line.From} {line.Verb}: {refusal}");
        }
        Assert.IsType<NotPermitted>(WithoutCode().Refused(AFile.Doing(Verb.Withdraw), AFile.Act(Actor.Public)));
    }

    [Theory]
    [InlineData(Verb.Assign, "unitId")]
    [InlineData(Verb.Return, "reason")]
    [InlineData(Verb.ProposeDecline, "reason")]
    [InlineData(Verb.Merge, "otherMatterId")]
    [InlineData(Verb.Answer, "text")]
    [InlineData(Verb.CallBack, "result")]
    [InlineData(Verb.ProposeSuspension, "reason")]
    internal void Names_the_field_that_is_missing(Verb verb, string field)
    {
        var line = Transitions.All.First(t => t.Verb == verb);
        var refusal = AFile.Fresh(line.From).Refused(new Deed(7, verb, 0), AFile.By(Role.System));
        Assert.Equal(field, Assert.IsType<Missing>(refusal).Field);
    }

    [Fact]
    public void Every_line_names_an_entry_of_the_closed_list()
    {
        var kinds = typeof(Matter).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(IEntry).IsAssignableFrom(t))
            .Select(t => (string)t.GetProperty("Kind")!.GetValue(null)!).ToHashSet();
        Assert.All(Transitions.All, t => Assert.Contains(t.Entry, kinds));
    }

    [Fact]
    public void A_window_clerk_never_declines()
    {
        Assert.All(Transitions.All.Where(t => t.Verb is Verb.ProposeDecline or Verb.ConfirmDecline),
            t => Assert.IsType<NotPermitted>(AFile.In(t.From).Refused(AFile.Doing(t.Verb), AFile.By(Role.Clerk))));
        Assert.False(Permissions.May(AFile.By(Role.Clerk).Who, Capability.DeclineMatter));
    }

    private static CaseFile WithoutCode() => new()
    {
        Matter = AFile.In(MatterState.InProgress).Matter,
        Offices = AFile.Offices,
        TimesFor = AFile.In(MatterState.InProgress).TimesFor,
    };
}
