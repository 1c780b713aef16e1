using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Demo;

/// <summary>What every part of the demonstration needs.</summary>
internal sealed class DemoTools
{
    private readonly ActFactory _acts;

    public DemoTools(IServiceProvider services, DemoClock clock, DateTimeOffset now)
    {
        (Services, Clock, Now) = (services, clock, now);
        _acts = services.GetRequiredService<ActFactory>();
        Words = new DemoWords(Dice);
    }

    public IServiceProvider Services { get; }
    public DemoClock Clock { get; }
    public DateTimeOffset Now { get; }
    public Dice Dice { get; } = new(20210226);
    public DemoWords Words { get; }
    public Dictionary<string, Actor> Staff { get; } = [];

    public OfficesSnapshot Offices => Get<Offices>().Current;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Act Operator() => _acts.New(Actor.Operator("demo"), Door.Command);

    public Act As(Actor who, string? why = null) => _acts.New(who, Door.Page, why);

    public long UnitId(string code) => Offices.UnitByCode(code)!.Id;

    /// <summary>Villages and communities in the order of their codes.</summary>
    public IReadOnlyList<Place> Villages() => [.. Offices.Places.Where(p => p.Code.Length == 12)];

    /// <summary>Who would usually handle a topic there: the first of the category's usual units.</summary>
    public long LeadUnit(string category, Place village)
    {
        var usual = DemoCounty.UsualUnits[category];
        var word = Dice.Of(usual);
        return word switch
        {
            "(village)" => UnitId(village.Code),
            "(town)" => UnitId(village.Code[..9]),
            _ => Offices.UnitsNamed(word)[0].Id,
        };
    }

    /// <summary>Later by so much, and never later than now.</summary>
    public void Pass(TimeSpan by)
    {
        var (then, last) = (Clock.Now + by, Now - TimeSpan.FromMinutes(1));
        Clock.Set(then < last ? then : last);
    }

    public static MatterKind KindOf(Topic topic) => Enum.Parse<MatterKind>(topic.Kind, ignoreCase: true);

    public static T Must<T>(Outcome<T> outcome) =>
        outcome.Match(value => value, refusal => throw new InvalidOperationException($"The demonstration was refused: {refusal.Code} {string.Join(' ', refusal.Arguments)}"));
}
