using System.Text;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Projects.Deeds;
using Zhuoluo.Shell;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;
using Zhuoluo.Tests.Shell;

namespace Zhuoluo.Tests.Rooms.Projects;

/// <summary>The table of states: each pair of state and verb is decided, and docs/project-states.md is the table to the letter.</summary>
public sealed class ProjectTableTests
{
    private static readonly Texts _texts = Texts.Load(Sources.Texts);

    [Fact]
    public void The_document_equals_the_code() => Assert.Equal(Document(), Repository.Read("docs/project-states.md"));

    [Fact]
    public void What_is_not_in_the_table_is_refused_by_name()
    {
        var everything = new Act(Actor.Operator("test"), new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), Door.Command, null, Guid.Empty, new IdSource(0), new SeededChance(1));
        var cells = from state in Enum.GetValues<ProjectState>() from verb in Enum.GetValues<ProjectVerb>() where ProjectTransitions.Find(state, verb) is null select (state, verb);
        Assert.All(cells, cell => Assert.IsType<WrongProjectState>(ProjectRules.Decide(File(cell.state), new ProjectDeed(1, cell.verb), everything).Refused()));
    }

    [Fact]
    public void Who_has_no_role_may_nothing()
    {
        var nobody = new Act(new Actor(ActorKind.Staff, 7, "某人", "360821", []), new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero), Door.Page, null, Guid.Empty, new IdSource(0), new SeededChance(1));
        Assert.All(ProjectTransitions.All, t => Assert.IsType<NotPermitted>(ProjectRules.Decide(File(t.From), new ProjectDeed(1, t.Verb), nobody).Refused()));
    }

    [Fact]
    public void Every_word_of_the_table_can_be_said() => Assert.Empty(
        Enum.GetValues<ProjectVerb>().Select(v => "project.verb." + Word.Of(v)).Concat(Enum.GetValues<ProjectState>().Select(s => "project.state." + Word.Of(s)))
            .Concat(Enum.GetValues<LightCause>().Where(c => c != LightCause.None).Select(c => "project.cause." + Word.Of(c))).Concat(Enum.GetValues<DelayReason>().Select(r => "project.reason." + Word.Of(r)))
            .Except(_texts.KeysOf("zh-Hans")));

    [Fact]
    public void The_first_promised_day_can_only_be_set_once() =>
        Assert.Contains(typeof(Project).GetProperty(nameof(Project.FirstFinish))!.SetMethod!.ReturnParameter.GetRequiredCustomModifiers(), m => m.Name == "IsExternalInit");

    private static ProjectFile File(ProjectState state) => new()
    {
        Offices = new OfficesSnapshot(1, [], [], [], []),
        Project = new Project
        {
            Id = 1,
            Number = "P2026-00001",
            Year = 2026,
            Name = "项目",
            Source = ProjectSource.Other,
            Level = PublicLevel.County,
            State = state,
            Content = "",
            PlaceCode = "360821",
            LeadUnitId = 1,
            PlannedStart = new DateOnly(2026, 1, 1),
            PlannedFinish = new DateOnly(2026, 12, 31),
            FirstFinish = new DateOnly(2026, 12, 31),
            Light = ProjectLight.None,
            UpdatedAt = default,
            UpdatedBy = "",
        },
    };

    private static string Document()
    {
        var text = new StringBuilder("""
            # States of a project

            Made from `ProjectTransitions.cs`; a test compares the two. Completed is the unit's own word, accepted another's, closed comes after the public had its say.
            Early, on time and late are computed from the first promised day. A verb whose line leads back to its own state changes other things.

            | from | verb | to | who | needs | entry |
            |---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var t in ProjectTransitions.All)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {t.From} | {Word.Of(t.Verb)} | {t.To} | {t.Who} | {(t.Needs == ProjectNeeds.Nothing ? "" : t.Needs)} | `{t.Entry}` |\n");
        }
        return text.ToString();
    }
}
