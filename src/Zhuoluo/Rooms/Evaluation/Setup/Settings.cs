using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Evaluation.Watching;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Evaluation.Setup;

/// <summary>Addresses of an office, from which nobody rates.</summary>
internal sealed record AddNetwork(string? Range, string? Note)
{
    public const int LongestNote = 80;
}

/// <summary>How the rates are counted from a day on. Weights of the grades 1 to 5 in hundredths.</summary>
internal sealed record MakeDefinition(IReadOnlyList<int> Weights, int ExclusionCap, int DrawShare, DateOnly From, string? Reason)
{
    public const int LongestReason = 500;

    /// <summary>At least a tenth of the month's matters is called about (rules A2.15).</summary>
    public const int LeastShare = 10;
}

internal sealed record RangeUnreadable() : Refusal("range-unreadable")
{
    public override string? Field => "Range";
}

/// <summary>Better grades weigh no less, the best 1, the worst 0.</summary>
internal sealed record WeightsUnfit() : Refusal("weights-unfit")
{
    public override string? Field => "Weights";
}

internal sealed record ShareUnfit() : Refusal("share-unfit")
{
    public override string? Field => "DrawShare";
}

/// <summary>What was published with one definition is not counted anew with another.</summary>
internal sealed record DefinitionNotAhead() : Refusal("definition-not-ahead")
{
    public override string? Field => "From";
}

internal sealed class RatingSettingsHandler(Writer writer)
{
    public Task<Outcome<long>> HandleAsync(AddNetwork command, Act act, CancellationToken cancel) => writer.WriteAsync<long>(act, work =>
    {
        if (!Permissions.May(act.Who, Capability.ManageRatings))
        {
            return Refused<long>(new NotPermitted());
        }
        if (NetworkRange.Read(command.Range) is not { } range)
        {
            return Refused<long>(new RangeUnreadable());
        }
        if (string.IsNullOrWhiteSpace(command.Note) || command.Note.Length > AddNetwork.LongestNote)
        {
            return Refused<long>(new Missing("Note"));
        }
        var network = new OfficeNetwork { Id = act.NewId(), Range = range, Note = command.Note.Trim(), AddedAt = act.At, AddedByName = act.Who.Name };
        work.Db.Add(network);
        work.Record(new NetworkAddedV1(NetworkRange.PrefixOf(range)), new Subject("network", network.Id));
        return Task.FromResult<Outcome<long>>(network.Id);
    }, cancel);

    public Task<Outcome<long>> EndAsync(long id, Act act, CancellationToken cancel) => writer.WriteAsync<long>(act, async work =>
    {
        if (!Permissions.May(act.Who, Capability.ManageRatings))
        {
            return new NotPermitted();
        }
        if (await work.Db.Set<OfficeNetwork>().FirstOrDefaultAsync(n => n.Id == id && n.EndedAt == null, cancel) is not { } network)
        {
            return new NotFound("network");
        }
        network.EndedAt = act.At;
        work.Record(new NetworkEndedV1(NetworkRange.PrefixOf(network.Range)), new Subject("network", network.Id));
        return network.Id;
    }, cancel);

    public Task<Outcome<int>> HandleAsync(MakeDefinition command, Act act, CancellationToken cancel) => writer.WriteAsync<int>(act, async work =>
    {
        if (Refuse(command, act) is { } refusal)
        {
            return refusal;
        }
        var version = (await work.Db.Set<RateDefinition>().MaxAsync(d => (int?)d.Version, cancel) ?? RateDefinitions.Shipped.Version) + 1;
        var w = command.Weights;
        var made = new RateDefinition
        {
            Id = act.NewId(),
            Version = version,
            Weights = string.Join(',', w.Select(x => x.ToString(CultureInfo.InvariantCulture))),
            ExclusionCap = command.ExclusionCap,
            DrawShare = command.DrawShare,
            From = command.From,
            Reason = command.Reason!.Trim(),
            MadeAt = act.At,
            MadeByName = act.Who.Name,
        };
        work.Db.Add(made);
        work.Record(new DefinitionMadeV1(version, w[0], w[1], w[2], w[3], w[4], made.ExclusionCap, made.DrawShare, made.From), new Subject("definition", made.Id));
        return version;
    }, cancel);

    internal static Refusal? Refuse(MakeDefinition command, Act act) =>
        !Permissions.May(act.Who, Capability.ManageRatings) ? new NotPermitted()
        : command.Weights.Count != 5 || command.Weights[0] != 0 || command.Weights[^1] != 100 || !command.Weights.SequenceEqual(command.Weights.Order()) ? new WeightsUnfit()
        : command.ExclusionCap is < 0 or > 100 ? new Missing("ExclusionCap")
        : command.DrawShare is < MakeDefinition.LeastShare or > 100 ? new ShareUnfit()
        : command.From <= LocalDay.Of(act.At) ? new DefinitionNotAhead()
        : string.IsNullOrWhiteSpace(command.Reason) ? new Missing("Reason")
        : command.Reason.Length > MakeDefinition.LongestReason ? new TooLong("Reason", MakeDefinition.LongestReason)
        : null;

    private static Task<Outcome<T>> Refused<T>(Refusal refusal) => Task.FromResult<Outcome<T>>(refusal);
}
