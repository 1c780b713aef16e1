using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Views;

/// <summary>A list to come back to.</summary>
/// <param name="Name">As its owner calls it.</param>
/// <param name="Filter">What it shows, in which order and with which columns.</param>
/// <param name="IsShared">For the people of the own unit too.</param>
internal sealed record KeepView(string? Name, MatterFilter Filter, bool IsShared);

/// <summary>Keeps and removes views, and how somebody likes lists. It changes nothing but what is offered to click on.</summary>
internal sealed class ViewsHandler(Writer writer)
{
    private const int MostOfOne = 20;

    public Task<Outcome<long>> KeepAsync(KeepView command, Act act, CancellationToken cancel) => writer.WriteAsync<long>(act, async work =>
    {
        if (act.Who.PersonId is not { } person || !Permissions.May(act.Who, Capability.SeeMatters))
        {
            return new NotPermitted();
        }
        if (PlainText.Read(command.Name, nameof(command.Name), SavedView.LongestName).IsRefused(out var refusal, out var name))
        {
            return refusal;
        }
        if (name is null)
        {
            return new Missing(nameof(command.Name));
        }
        if (await work.Db.Set<SavedView>().CountAsync(v => v.PersonId == person, cancel) >= MostOfOne)
        {
            return new TooManyViews(MostOfOne);
        }
        var unit = command.IsShared ? act.Who.Grants.Select(g => g.UnitId).FirstOrDefault(u => u is not null) : null;
        var view = new SavedView
        {
            Id = act.NewId(),
            PersonId = person,
            UnitId = unit,
            Name = name,
            Query = FilterAddress.Query(command.Filter with { Page = 1, IsDense = false, Columns = null }),
            Columns = command.Filter.Columns ?? "",
        };
        work.Db.Add(view);
        work.Record(new ViewSavedV1(unit is not null), new Subject("view", view.Id));
        return view.Id;
    }, cancel);

    public Task<Outcome<Done>> RemoveAsync(long id, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        var person = act.Who.PersonId;
        if (await work.Db.Set<SavedView>().AsTracking().SingleOrDefaultAsync(v => v.Id == id && v.PersonId == person, cancel) is not { } view)
        {
            return new NotFound("view");
        }
        work.Db.Remove(view);
        work.Record(new ViewRemovedV1(view.UnitId is not null), new Subject("view", id));
        return Done.Value;
    }, cancel);

    public Task<Outcome<Done>> LikeAsync(bool isDense, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        if (act.Who.PersonId is not { } person)
        {
            return new NotPermitted();
        }
        var taste = await work.Db.Set<ListTaste>().AsTracking().SingleOrDefaultAsync(t => t.PersonId == person, cancel);
        if (taste is null)
        {
            work.Db.Add(new ListTaste { PersonId = person, IsDense = isDense });
        }
        else
        {
            taste.IsDense = isDense;
        }
        work.Record(new ViewAdjustedV1(isDense), new Subject("view", person));
        return Done.Value;
    }, cancel);
}

internal sealed record TooManyViews(int Most) : Refusal("too-many-views")
{
    public override IReadOnlyList<object> Arguments => [Most];
}
