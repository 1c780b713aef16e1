using System.Diagnostics;
using System.Globalization;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Demo.Promises;

/// <summary>A place beside the default one: its towns, departments, a few people, and its lists.</summary>
internal sealed class DemoElsewhere(IServiceProvider services, DemoClock clock, DateTimeOffset now, PromiseWords words, PromisePlace place)
{
    private readonly DemoTools _tools = new(services, clock, now);

    public async Task MakeAsync(CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        clock.Set(new DateOnly(2021, 2, 26), 9);
        await CountyAsync(cancel);
        var staff = new DemoStaff(_tools, DemoPeople.Elsewhere(place.Code));
        await staff.MakeAsync(cancel);
        await new DemoPromises(_tools, words, place).MakeAsync(cancel);
        if (InvestmentWords.Load().Places.GetValueOrDefault(words.Places.First(p => p.Value == place).Key) is { } investment)
        {
            await new DemoInvestment(_tools, investment).MakeAsync(cancel);
        }
        await new DemoPastPetitions(_tools, place.Petitions).MakeAsync(cancel);
        await new DemoTold(_tools, place).MakeAsync(cancel);
        await new DemoReview(_tools, place).MakeAsync(cancel);
        clock.Set(now);
        await staff.FinishAsync(cancel);
        await services.GetRequiredService<Pump>().DrainAsync(cancel);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"made {place.Lists.Sum(l => l.Groups.Sum(g => g.Count)):N0} projects on {place.Lists.Count} lists in {watch.Elapsed.TotalSeconds:F1} s"));
    }

    private async Task CountyAsync(CancellationToken cancel)
    {
        var act = _tools.Operator();
        DemoTools.Must(await _tools.Get<SetUpCountyHandler>().HandleAsync(new SetUpCounty(place.Code, place.Name), act, cancel));
        DemoTools.Must(await _tools.Get<ImportPlacesHandler>().HandleAsync(
            new ImportPlaces([new PlaceLine(place.Code, place.Name, "county", null, []), .. place.Towns.Select(t => new PlaceLine(t[0], t[1], "town", place.Code, []))]), act, cancel));
        var departments = place.Departments.Select((name, i) => new UnitLine(string.Create(CultureInfo.InvariantCulture, $"{place.Code}-{i + 1:00}"), Full(name), "department", null, [name]));
        DemoTools.Must(await _tools.Get<ImportUnitsHandler>().HandleAsync(
            new ImportUnits([.. departments, .. place.Towns.Select(t => new UnitLine(t[0], t[1] + "人民政府", "town", null, [t[1]]))]), act, cancel));
        await _tools.Get<Offices>().RefreshAsync(cancel);
    }

    // A district of a city is called by its own name.
    private string Full(string name) => name.EndsWith('局') ? place.Name + name : name;
}
