using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>
/// What a row of a project list becomes, as it stood on the list's day. Such a list does not say when something was begun or done: what has
/// progress began when it was planned to, what is done was done when it was promised, neither later than the list itself; so no lateness
/// is made up.
/// </summary>
internal sealed class ProjectMaker(OfficesSnapshot offices, DateOnly asOf)
{
    public PastProject Of(ProjectRow row)
    {
        var owner = row.Owner is { } code ? offices.UnitByCode(code) : null;
        var lead = IdOf(row.Lead) ?? 0;
        var begun = row.Percent > 0;
        var more = row.More;
        var state = more?.State ?? (row.IsDone ? ProjectState.Completed : begun ? ProjectState.Started : ProjectState.Listed);
        var isTold = more?.State is not null;
        return new PastProject(
            new NewProject(row.Name, lead, row.Start, row.Finish)
            {
                Content = row.Content,
                FieldCode = row.Field,
                PlaceCode = more?.Place is { } place && offices.Place(place) is not null ? place : owner?.PlaceCode,
                Source = more?.Source ?? ProjectSource.Other,
                FirstFinish = more?.FirstFinish,
                Beneficiaries = more?.Beneficiaries,
                IsHouseholds = more?.IsHouseholds ?? false,
                IsEstimated = more?.IsEstimated ?? false,
                IsBreakthrough = more?.IsBreakthrough ?? false,
                LeaderName = row.Leader,
                LeaderPost = row.Post,
                // A unit whose project it is and that does not lead it helps.
                AssistingUnitIds = [.. row.Assist.Select(IdOf).Append(owner?.PlaceCode is null ? owner?.Id : null).OfType<long>().Where(id => id != lead).Distinct()],
                Nodes = more?.Nodes ?? [],
                Targets = more is { Targets.Count: > 0 } ? more.Targets : [.. row.Targets.Select(target => new NewTarget("", Amounts.OfQuantity(target.Value), target.Unit))],
                Money = more is { Money.Count: > 0 } ? more.Money : row.Money is { } fen ? [new NewMoney(MoneySource.Unsaid, fen)] : [],
            },
            state)
        {
            AsOf = asOf,
            Done = Amounts.OfPercent(row.Percent ?? 0),
            IsReported = row.Percent is not null,
            ReportedFor = more?.ReportedFor,
            StartedOn = more?.Started ?? (begun && !isTold ? Earlier(row.Start) : null),
            PartBuiltOn = more?.PartBuilt,
            CompletedOn = more?.Completed ?? (row.IsDone && !isTold ? Earlier(row.Finish) : null),
            AcceptedOn = more?.Accepted,
            ClosedOn = more?.Closed,
            Problem = row.Problem,
            Text = row.Remark,
        };
    }

    private DateOnly Earlier(DateOnly day) => day < asOf ? day : asOf;

    private long? IdOf(string? unit) => unit is null ? null : offices.UnitByCode(unit)?.Id;
}
