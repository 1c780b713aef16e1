namespace Zhuoluo.Rooms.Evaluation;

/// <summary>Addresses of offices, from which nobody can rate (rules A7.6). A range such as 10.8.0.0/16.</summary>
internal sealed class OfficeNetwork
{
    public required long Id { get; init; }
    public required string Range { get; init; }
    public required string Note { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public string AddedByName { get; init; } = "";
    public DateTimeOffset? EndedAt { get; set; }
}
