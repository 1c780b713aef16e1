using Zhuoluo.Start;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Fences;

public sealed class RoomsTests
{
    private static readonly Dictionary<string, HashSet<string>> _arrows = Arrows.Read(Repository.Read("docs/rooms.md"));

    // What the SDK writes at compile time for each mapped endpoint; it stands in no room and calls every room's.
    private const string Generated = "Microsoft.AspNetCore.Http.Generated";

    [Fact]
    public void Rooms_touch_only_listed_doors() =>
        Assert.Empty(Arrows.Breaches(typeof(App).Assembly.GetTypes().Where(t => t.Namespace != Generated), _arrows).Distinct());

    [Fact]
    public void A_planted_use_without_an_arrow_is_caught() =>
        Assert.Contains(Arrows.Breaches(typeof(RoomsTests).Assembly.GetTypes().Where(t => t.Namespace == "Zhuoluo.Rooms.PlantedLow"), _arrows),
            b => b.Contains("no arrow PlantedLow → PlantedHigh", StringComparison.Ordinal));

    [Fact]
    public void A_planted_reach_behind_a_door_is_caught() =>
        Assert.Contains(
            Arrows.Breaches([typeof(global::Zhuoluo.Rooms.PlantedLow.Deep.Digging)], new() { ["PlantedLow"] = ["PlantedHigh"] }),
            b => b.Contains("behind the door of PlantedHigh", StringComparison.Ordinal));

    [Fact]
    public void Arrows_form_no_cycle()
    {
        foreach (var room in _arrows.Keys)
        {
            Assert.DoesNotContain(room, Reachable(room));
        }
    }

    [Fact]
    public void Every_room_of_the_code_has_its_paragraph()
    {
        var rooms = typeof(App).Assembly.GetTypes().Select(t => t.Namespace ?? "").Where(n => n.StartsWith("Zhuoluo.Rooms.", StringComparison.Ordinal))
            .Select(n => n.Split('.')[2]).Distinct();
        Assert.All(rooms, r => Assert.Contains(r, _arrows.Keys));
    }

    private static HashSet<string> Reachable(string room)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>(_arrows[room]);
        while (open.TryPop(out var next))
        {
            if (seen.Add(next))
            {
                foreach (var further in _arrows.GetValueOrDefault(next) ?? [])
                {
                    open.Push(further);
                }
            }
        }
        return seen;
    }
}
