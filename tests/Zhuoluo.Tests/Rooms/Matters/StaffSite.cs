using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters;

/// <summary>The real server with the invented county of <see cref="Town"/>, where matters come in and move through the same doors as everywhere.</summary>
internal sealed class StaffSite : IAsyncDisposable
{
    private StaffSite(TestSite site) => Site = site;

    public TestSite Site { get; }

    public static async Task<StaffSite> OpenAsync()
    {
        var site = await TestSite.StartEmptyAsync();
        var writer = site.Services.GetRequiredService<Writer>();
        await writer.WriteAsync<Done>(site.Operator(), async work =>
        {
            work.Db.AddRange([.. Town.Units, .. Town.Places, .. Town.Categories]);
            (await work.Db.FindAsync<OrganisationVersion>(OrganisationVersion.TheOne))!.Number++;
            return Done.Value;
        }, default);
        await site.Services.GetRequiredService<Offices>().RefreshAsync(default);
        await site.AddPersonAsync(SiteStaff.Administrator, Role.Administrator);
        return new StaffSite(site);
    }

    public Act As(Actor who) => Site.Services.GetRequiredService<ActFactory>().New(who, Door.Page);

    public async Task<Receipt> RegisterAsync(string text = "上坪村停水三天，没有提前通知。", Func<RegisterMatter, RegisterMatter>? change = null, Actor? who = null)
    {
        var command = new RegisterMatter(MatterKind.Help, Channel.Web, text, "360821101201") { Contact = new Contact("王小明", "13800001234", null) };
        var outcome = await Site.Services.GetRequiredService<RegisterMatterHandler>().HandleAsync(change?.Invoke(command) ?? command, As(who ?? Actor.Public), default);
        return Value(outcome);
    }

    public async Task<DeedDone> DoAsync(Receipt receipt, Verb verb, Actor who, Func<Deed, Deed>? change = null)
    {
        var deed = new Deed(receipt.MatterId, verb, 0);
        return Value(await Site.Services.GetRequiredService<IDeeds>().DoAsync(change?.Invoke(deed) ?? deed, As(who), default));
    }

    /// <summary>Accepted and given to a unit.</summary>
    public async Task<Receipt> AssignedAsync(Unit unit, string text = "上坪村停水三天，没有提前通知。", Func<RegisterMatter, RegisterMatter>? change = null)
    {
        var receipt = await RegisterAsync(text, change);
        await DoAsync(receipt, Verb.Accept, Town.Dispatcher);
        await DoAsync(receipt, Verb.Assign, Town.Dispatcher, d => d with { UnitId = unit.Id });
        return receipt;
    }

    public async Task<Receipt> SignedAsync(Unit unit, Actor by, string text = "上坪村停水三天，没有提前通知。")
    {
        var receipt = await AssignedAsync(unit, text);
        await DoAsync(receipt, Verb.Sign, by);
        return receipt;
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static T Value<T>(Outcome<T> outcome) => outcome.Match(v => v, r => throw new InvalidOperationException(r.Code));
}
