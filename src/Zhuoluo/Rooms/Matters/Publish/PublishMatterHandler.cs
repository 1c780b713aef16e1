using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Language;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Publish;

internal sealed class PublishMatterHandler(Writer writer)
{
    public Task<Outcome<Done>> HandleAsync(PublishMatter command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => ShowAsync(work, command, cancel), cancel);

    public Task<Outcome<Done>> HandleAsync(WithholdMatter command, Act act, CancellationToken cancel) =>
        writer.WriteAsync(act, work => WithholdAsync(work, command, cancel), cancel);

    private static async Task<Outcome<Done>> ShowAsync(Work work, PublishMatter command, CancellationToken cancel)
    {
        var (matter, publication) = await LoadAsync(work, command.MatterId, cancel);
        if (matter is null)
        {
            return new NotFound("matter");
        }
        if (Decide(command, matter, work.Act).IsRefused(out var refusal, out var read))
        {
            return refusal;
        }
        if (publication is null)
        {
            publication = new Publication { MatterId = matter.Id, State = PublicationState.AwaitingCheck, Title = "", Text = "" };
            work.Db.Add(publication);
        }
        (publication.Title, publication.Text, publication.Answer) = (read.Title, read.Text, read.Answer);
        publication.WithheldReason = null;
        await ShowFilesAsync(work, matter.Id, command.FileIds, cancel);
        Check(matter, publication, PublicationState.Shown, work.Act);
        work.Record(new MatterPublishedV1(matter.Kind, MatterRows.PublicTown(matter)), new Subject("matter", matter.Id));
        return Done.Value;
    }

    private static async Task<Outcome<Done>> WithholdAsync(Work work, WithholdMatter command, CancellationToken cancel)
    {
        var (matter, publication) = await LoadAsync(work, command.MatterId, cancel);
        if (matter is null || publication is null)
        {
            return new NotFound("matter");
        }
        if (!Permissions.May(work.Act.Who, Capability.PublishMatter))
        {
            return new NotPermitted();
        }
        if (PlainText.Read(command.Reason, nameof(command.Reason), WithholdMatter.LongestReason).IsRefused(out var refusal, out var reason))
        {
            return refusal;
        }
        if (reason is null)
        {
            return new Missing(nameof(command.Reason));
        }
        publication.WithheldReason = reason;
        Check(matter, publication, PublicationState.Withheld, work.Act);
        work.Record(new MatterWithheldV1(matter.IsConfidential ? null : matter.Kind, MatterRows.PublicTown(matter)), new Subject("matter", matter.Id));
        return Done.Value;
    }

    private static async Task ShowFilesAsync(Work work, long matterId, IReadOnlyList<long> shown, CancellationToken cancel)
    {
        foreach (var file in await work.Db.Set<Attachment>().Where(a => a.Owner == AttachedTo.Matter && a.OwnerId == matterId && a.RemovedAt == null).ToListAsync(cancel))
        {
            file.IsPublic = file.Kind.IsPicture() && shown.Contains(file.Id);
        }
    }

    private static Outcome<PublishMatter> Decide(PublishMatter command, Matter matter, Act act)
    {
        if (!Permissions.May(act.Who, Capability.PublishMatter))
        {
            return new NotPermitted();
        }
        if (matter.IsConfidential)
        {
            return new NeverPublic();
        }
        if (ReadClean(command.Title, nameof(command.Title), Registration.LongestTitle).IsRefused(out var refusal, out var title)
            || ReadClean(command.Text, nameof(command.Text), Registration.LongestText).IsRefused(out refusal, out var text)
            || ReadClean(command.Answer, nameof(command.Answer), PublishMatter.LongestAnswer).IsRefused(out refusal, out var answer))
        {
            return refusal;
        }
        if (title is null || text is null)
        {
            return new Missing(title is null ? nameof(command.Title) : nameof(command.Text));
        }
        return command with { Title = title, Text = text, Answer = answer };
    }

    private static Outcome<string?> ReadClean(string? typed, string field, int limit)
    {
        if (PlainText.Read(typed, field, limit).IsRefused(out var refusal, out var text))
        {
            return refusal;
        }
        return text is not null && PersonalData.Scan(text) is { Count: > 0 } findings ? new PersonalDataLeft(field, findings) : text;
    }

    private static void Check(Matter matter, Publication publication, PublicationState state, Act act)
    {
        publication.State = state;
        publication.CheckedAt = act.At;
        publication.CheckedById = act.Who.PersonId;
        matter.IsPublic = state == PublicationState.Shown;
    }

    private static async Task<(Matter? Matter, Publication? Publication)> LoadAsync(Work work, long matterId, CancellationToken cancel) => (
        await work.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Id == matterId, cancel),
        await work.Db.Set<Publication>().SingleOrDefaultAsync(p => p.MatterId == matterId, cancel));
}
