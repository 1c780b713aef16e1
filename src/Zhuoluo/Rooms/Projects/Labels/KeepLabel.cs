using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Labels;

/// <summary>A label as somebody wants it: new without an id, changed with one. Its code stays what it was.</summary>
internal sealed record KeepLabel(string Code, string Name, DateOnly From, IReadOnlyList<NewGroup> Groups)
{
    public long? Id { get; init; }
    public string? Source { get; init; }
    public bool IsEnded { get; init; }
    public int ExpectedVersion { get; init; }
}

/// <param name="Name">What is counted; may be blank where the label has one number only.</param>
/// <param name="Stated">The number in the label; null for an N.</param>
/// <param name="IsOpen">More may join than are named.</param>
/// <param name="Members">In their order.</param>
internal sealed record NewGroup(string Name, int? Stated, bool IsOpen, IReadOnlyList<NewMember> Members);

internal sealed record NewMember(string Name, string? Tag);

internal sealed record LabelTaken() : Refusal("label-taken")
{
    public override string? Field => "Code";
}

/// <summary>A label without a number is no label; a group without a number must be an N.</summary>
internal sealed record LabelNumber() : Refusal("label-number")
{
    public override string? Field => "Groups";
}

/// <summary>Answers with the id.</summary>
internal sealed class KeepLabelHandler(Writer writer)
{
    public Task<Outcome<long>> HandleAsync(KeepLabel asked, Act act, CancellationToken cancel) => writer.WriteAsync<long>(act, async work =>
    {
        if (Decide(asked, act).IsRefused(out var refusal, out var decided))
        {
            return refusal;
        }
        if (decided.Id is not { } id)
        {
            return await work.Db.Set<SchemeLabel>().AnyAsync(l => l.Code == decided.Code, cancel) ? new LabelTaken() : await ApplyAsync(work, null, decided, cancel);
        }
        return await work.Db.Set<SchemeLabel>().SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } label ? new NotFound("label")
            : decided.ExpectedVersion != 0 && decided.ExpectedVersion != label.Version ? new ChangedMeanwhile("", act.At)
            : await ApplyAsync(work, label, decided, cancel);
    }, cancel);

    public static Outcome<KeepLabel> Decide(KeepLabel asked, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ManageProjects))
        {
            return new NotPermitted();
        }
        if (PlainText.Require(asked.Name, nameof(asked.Name), SchemeLabel.LongestName).IsRefused(out var refusal, out var name)
            || PlainText.Read(asked.Source, nameof(asked.Source), SchemeLabel.LongestName).IsRefused(out refusal, out var source))
        {
            return refusal;
        }
        var members = asked.Groups.SelectMany(g => g.Members).ToList();
        var words = members.SelectMany(m => new[] { m.Name, m.Tag ?? m.Name }).Concat(asked.Groups.Where(g => g.Name.Length > 0).Select(g => g.Name));
        return Code.OrNull(asked.Code) is null ? new UnknownValue(nameof(asked.Code))
            : asked.Groups.Count is 0 or > LabelGroup.Most ? new LabelNumber()
            : asked.Groups.Any(g => g.Stated is null ? !g.IsOpen : g.Stated is < 0 or > LabelMember.Most) ? new LabelNumber()
            : members.Count > LabelMember.Most ? new TooLong(nameof(asked.Groups), LabelMember.Most)
            : words.Any(w => PlainText.Require(w, nameof(asked.Groups), LabelMember.LongestName).IsRefused(out _, out _)) ? new UnknownValue(nameof(asked.Groups))
            : asked with { Name = name, Source = source };
    }

    private static async Task<Outcome<long>> ApplyAsync(Work work, SchemeLabel? before, KeepLabel asked, CancellationToken cancel)
    {
        var label = before ?? new SchemeLabel { Id = work.Act.NewId(), Code = asked.Code, Name = asked.Name, From = asked.From, Version = 0 };
        (label.Name, label.Source, label.From, label.Version) = (asked.Name, asked.Source, asked.From, label.Version + 1);
        label.EndedOn = asked.IsEnded ? label.EndedOn ?? LocalDay.Of(work.Act.At) : null;
        if (before is null)
        {
            work.Db.Add(label);
        }
        await work.RunAsync("DELETE FROM label_member WHERE group_id IN (SELECT id FROM label_group WHERE label_id = $1)", cancel, label.Id);
        await work.RunAsync("DELETE FROM label_group WHERE label_id = $1", cancel, label.Id);
        for (var i = 0; i < asked.Groups.Count; i++)
        {
            var group = new LabelGroup { Id = work.Act.NewId(), LabelId = label.Id, Serial = i + 1, Name = asked.Groups[i].Name, Stated = asked.Groups[i].Stated, IsOpen = asked.Groups[i].IsOpen };
            work.Db.Add(group);
            work.Db.AddRange(asked.Groups[i].Members.Select((m, at) => new LabelMember { GroupId = group.Id, Serial = at + 1, Name = m.Name, Tag = m.Tag }));
        }
        work.Record(
            new LabelKeptV1(new Code(label.Code), asked.Groups.Count, asked.Groups.Sum(g => g.Stated ?? 0), asked.Groups.Sum(g => g.Members.Count), asked.Groups.Any(g => g.IsOpen), asked.IsEnded),
            new Subject("label", label.Id));
        return label.Id;
    }
}
