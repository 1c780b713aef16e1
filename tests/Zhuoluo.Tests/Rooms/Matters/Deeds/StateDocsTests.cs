using System.Globalization;
using System.Text;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Deeds;

/// <summary>docs/matter-states.md is the table in the code, to the letter. When it differs, the test prints what it must be.</summary>
public sealed class StateDocsTests
{
    [Fact]
    public void The_document_equals_the_code() => Assert.Equal(Document(), Repository.Read("docs/matter-states.md"));

    private static string Document()
    {
        var text = new StringBuilder("""
            # States of a matter

            Made from `Transitions.cs`; a test compares the two. Where a matter stands and what came of it are two things: closed is not solved.
            A verb whose line leads back to its own state changes other things than the state.


            """.ReplaceLineEndings("\n"));
        text.Append("```mermaid\nstateDiagram-v2\n  [*] --> Registered\n");
        foreach (var way in Transitions.All.Where(t => t.From != t.To).GroupBy(t => (t.From, t.To)))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {way.Key.From} --> {way.Key.To}: {string.Join(", ", way.Select(t => Word.Of(t.Verb)))}\n");
        }
        text.Append("```\n\n| state | verb | to | permission | needs | entry |\n|---|---|---|---|---|---|\n");
        foreach (var t in Transitions.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {t.From} | {Word.Of(t.Verb)} | {t.To} | {t.Who} | {(t.Requires == Requires.Nothing ? "" : t.Requires)} | `{t.Entry}` |\n");
        }
        return text.ToString();
    }
}
