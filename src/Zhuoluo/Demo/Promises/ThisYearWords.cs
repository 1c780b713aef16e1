using System.Text.Json;

namespace Zhuoluo.Demo.Promises;

/// <summary>catalog/demo/this-year.json: what the list of the running year says.</summary>
internal sealed record ThisYearWords(
    string Rule, IReadOnlyList<ThisYearProject> Projects, string Late, string Land, string Done, string Measured, string Accepted, IReadOnlyList<string> Progress)
{
    public static ThisYearWords Load() => JsonSerializer.Deserialize<ThisYearWords>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalog", "demo", "this-year.json")), JsonSerializerOptions.Web)!;
}

/// <param name="Name">Of the project.</param>
/// <param name="What">What is counted.</param>
/// <param name="Unit">Measure word.</param>
/// <param name="Amount">How much of it is promised.</param>
/// <param name="Wan">Money of the county, in 10,000 yuan; the province adds half of it.</param>
/// <param name="Field">Field.</param>
/// <param name="Topic">Category of the requests that it answers; null for none.</param>
/// <param name="Content">What is built.</param>
internal sealed record ThisYearProject(string Name, string What, string Unit, int Amount, int Wan, string Field, string? Topic, string Content);
