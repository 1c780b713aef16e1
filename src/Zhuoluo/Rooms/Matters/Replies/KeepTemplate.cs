using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Replies;

/// <summary>A new template, or the next version of a series.</summary>
internal sealed record KeepTemplate(long? SeriesId, string? Name, string? Text)
{
    public const int LongestName = 40;
    public const int LongestText = 1500;

    public string? CategoryCode { get; init; }
    public long? UnitId { get; init; }
    public MatterOutcome Outcome { get; init; }
}

/// <summary>A second person is needed, or not, for the answers to a kind or a topic.</summary>
internal sealed record ChangeReview(MatterKind? Kind, string? CategoryCode, bool IsNeeded, string? Reason);

internal sealed record PlaceUnknown(string Place) : Refusal("place-unknown")
{
    public override string? Field => "Text";
    public override IReadOnlyList<object> Arguments => [Place, string.Join(' ', TemplateText.Places.Select(p => $"{{{p}}}"))];
}

internal sealed record KindOrTopic() : Refusal("kind-or-topic");

internal sealed class KeepTemplateHandler(Writer writer, Offices offices)
{
    public Task<Outcome<ReplyTemplate>> HandleAsync(KeepTemplate command, Act act, CancellationToken cancel) => writer.WriteAsync(act, work => KeepAsync(work, command, cancel), cancel);

    public Task<Outcome<Done>> EndAsync(long seriesId, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        var current = await work.Db.Set<ReplyTemplate>().FirstOrDefaultAsync(t => t.SeriesId == seriesId && t.IsCurrent, cancel);
        if (current is null)
        {
            return new NotFound("template");
        }
        if (!May(work.Act.Who, current.UnitId))
        {
            return new NotPermitted();
        }
        (current.IsCurrent, current.EndedAt) = (false, act.At);
        work.Record(new TemplateEndedV1(UnitCode(current.UnitId), Code.OrNull(current.CategoryCode), current.Version), new Subject("template", seriesId));
        return Done.Value;
    }, cancel);

    public Task<Outcome<Done>> HandleAsync(ChangeReview command, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        if (!Permissions.May(act.Who, Capability.ManageTemplates, "/"))
        {
            return new NotPermitted();
        }
        if ((command.Kind is null) == (command.CategoryCode is null))
        {
            return new KindOrTopic();
        }
        if (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > KeepTemplate.LongestText)
        {
            return new Missing("Reason");
        }
        foreach (var old in await work.Db.Set<ReviewRule>().Where(r => r.EndedAt == null && r.Kind == command.Kind && r.CategoryCode == command.CategoryCode).ToListAsync(cancel))
        {
            old.EndedAt = act.At;
        }
        var rule = new ReviewRule { Id = act.NewId(), Kind = command.Kind, CategoryCode = command.CategoryCode, IsNeeded = command.IsNeeded, Reason = command.Reason.Trim(), MadeAt = act.At, MadeByName = act.Who.Name };
        work.Db.Add(rule);
        work.Record(new ReviewChangedV1(rule.Kind, Code.OrNull(rule.CategoryCode), rule.IsNeeded), new Subject("review", rule.Id));
        return Done.Value;
    }, cancel);

    private async Task<Outcome<ReplyTemplate>> KeepAsync(Work work, KeepTemplate command, CancellationToken cancel)
    {
        if (Refuse(command, work.Act) is { } refusal)
        {
            return refusal;
        }
        var current = command.SeriesId is { } series ? await work.Db.Set<ReplyTemplate>().Where(t => t.SeriesId == series).OrderByDescending(t => t.Version).FirstOrDefaultAsync(cancel) : null;
        if (command.SeriesId is not null && current is null)
        {
            return new NotFound("template");
        }
        if (current is not null && !May(work.Act.Who, current.UnitId))
        {
            return new NotPermitted();
        }
        if (current is not null)
        {
            current.IsCurrent = false;
        }
        var id = work.Act.NewId();
        var made = new ReplyTemplate
        {
            Id = id,
            SeriesId = current?.SeriesId ?? id,
            Version = (current?.Version ?? 0) + 1,
            Name = command.Name!.Trim(),
            Text = command.Text!.ReplaceLineEndings("\n").Trim(),
            CategoryCode = command.CategoryCode,
            UnitId = command.UnitId,
            Outcome = command.Outcome,
            MadeAt = work.Act.At,
            MadeByName = work.Act.Who.Name,
        };
        work.Db.Add(made);
        work.Record(new TemplateKeptV1(UnitCode(made.UnitId), Code.OrNull(made.CategoryCode), made.Version), new Subject("template", made.SeriesId));
        return made;
    }

    private Refusal? Refuse(KeepTemplate command, Act act) =>
        !May(act.Who, command.UnitId) ? new NotPermitted()
        : string.IsNullOrWhiteSpace(command.Name) ? new Missing("Name")
        : command.Name.Length > KeepTemplate.LongestName ? new TooLong("Name", KeepTemplate.LongestName)
        : string.IsNullOrWhiteSpace(command.Text) ? new Missing("Text")
        : command.Text.Length > KeepTemplate.LongestText ? new TooLong("Text", KeepTemplate.LongestText)
        : TemplateText.UnknownPlace(command.Text) is { } place ? new PlaceUnknown(place)
        : null;

    // One for all units is kept by who may everywhere.
    private bool May(Actor who, long? unitId) => Permissions.May(who, Capability.ManageTemplates, unitId is { } id ? offices.Current.Unit(id)?.Path ?? "/" : "/");

    private Code? UnitCode(long? unitId) => unitId is { } id ? Code.OrNull(offices.Current.Unit(id)?.Code) : null;
}
