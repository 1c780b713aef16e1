using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Publish;
using Zhuoluo.Rooms.Matters.Rate;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Matters.Visits;
using Zhuoluo.Tests.Rooms.Matters.Resident;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Disclosure;

/// <summary>Walks matters through their life by the handlers that the pages use.</summary>
internal static class Loop
{
    public const string Name = "欧阳丹心";
    public const string Phone = "13912345678";

    private static readonly Actor _dispatcher = Staff(21, "陈分派", Role.Dispatcher);
    private static readonly Actor _handler = Staff(22, "赵承办", Role.Handler);
    private static readonly Actor _editor = Staff(23, "孙编辑", Role.Editor);

    public static Act As(this TestSite site, Actor who) => site.Services.GetRequiredService<ActFactory>().New(who, Door.Page);

    public static async Task<Receipt> RegisterAsync(this TestSite site, string text = "村口路灯坏了三天，晚上看不见路。", bool isConfidential = false, string place = Site.Village, MatterKind kind = MatterKind.Help) =>
        Value(await site.Services.GetRequiredService<RegisterMatterHandler>().HandleAsync(
            new RegisterMatter(kind, Channel.Web, text, place) { Contact = new Contact(Name, Phone, null), IsConfidential = isConfidential, PlaceText = Name + "家门口" },
            site.As(Actor.Public), default));

    /// <summary>A drive whose name speaks of ten thousand households, with one visit that brought two matters.</summary>
    public static async Task DriveAsync(this TestSite site, string code, int households)
    {
        var today = LocalDay.Of(site.Clock.GetUtcNow());
        var id = Value(await site.Services.GetRequiredService<KeepDriveHandler>().HandleAsync(
            new KeepDrive(code, "百名书记进万家", DriveKind.HouseholdVisits, today.AddDays(-30), null) { LabelVisitors = 100, LabelHouseholds = 10_000 }, site.As(_dispatcher), default));
        Value(await site.Services.GetRequiredService<RecordVisitHandler>().HandleAsync(
            new RecordVisit(id, Site.Village, today, households)
            {
                VisitorName = Name,
                Matters = [new RegisterMatter(MatterKind.Wish, Channel.Visit, "想要一盏路灯照亮回家的路", Site.Village), new RegisterMatter(MatterKind.Help, Channel.Visit, "老人行动不便，需要上门办证", Site.Village)],
            },
            site.As(_dispatcher), default));
    }

    public static async Task<Receipt> AssignedAsync(this TestSite site, Receipt receipt, long unitId = Site.BureauId)
    {
        await site.DoAsync(receipt, Verb.Accept, _dispatcher);
        await site.DoAsync(receipt, Verb.Assign, _dispatcher, d => d with { UnitId = unitId });
        await site.DoAsync(receipt, Verb.Sign, _handler);
        return receipt;
    }

    public static async Task<Receipt> AnsweredAsync(this TestSite site, Receipt receipt, MatterOutcome outcome = MatterOutcome.Solved)
    {
        await site.DoAsync(receipt, Verb.Answer, _handler, d => d with { Text = "已于当日更换灯泡，现场复查正常。", Outcome = outcome, GroundCode = outcome == MatterOutcome.NotPossible ? "no-legal-basis" : null });
        await site.DoAsync(receipt, Verb.ApproveAnswer, _dispatcher);
        return receipt;
    }

    public static async Task<Receipt> ClosedAsync(this TestSite site, Receipt receipt, int? grade, bool isSolved)
    {
        await site.AnsweredAsync(receipt, isSolved ? MatterOutcome.Solved : MatterOutcome.Explained);
        if (grade is { } given)
        {
            Value(await site.Services.GetRequiredService<RateMatterHandler>().HandleAsync(
                new RateMatter(receipt.Number, receipt.Code, given) { IsSolved = isSolved, Comment = Name + "的评价" }, site.As(Actor.Public), default));
        }
        else
        {
            await site.DoAsync(receipt, Verb.CallBack, _dispatcher, d => d with { Result = CallResult.Reached, IsSolved = isSolved });
        }
        await site.DoAsync(receipt, Verb.Close, _dispatcher);
        return receipt;
    }

    public static async Task<Receipt> ShownAsync(this TestSite site, Receipt receipt, string title = "桥头村村口路灯不亮", string text = "居民反映村口路灯损坏数日，影响夜间出行。")
    {
        Value(await site.Services.GetRequiredService<PublishMatterHandler>().HandleAsync(
            new PublishMatter(receipt.MatterId, title, text, "已更换灯泡，恢复照明。"), site.As(_editor), default));
        return receipt;
    }

    public static async Task DoAsync(this TestSite site, Receipt receipt, Verb verb, Actor who, Func<Deed, Deed>? with = null) =>
        Value(await site.Services.GetRequiredService<IDeeds>().DoAsync((with ?? (d => d))(new Deed(receipt.MatterId, verb, 0)), site.As(who), default));

    public static Task AskAsync(this TestSite site, Receipt receipt, string question) =>
        site.DoAsync(receipt, Verb.AskRequester, _handler, d => d with { Text = question });

    public static Task DrainAsync(this TestSite site) => site.Services.GetRequiredService<Pump>().DrainAsync(default);

    public static T Value<T>(Outcome<T> outcome) => outcome.Match(v => v, r => throw new InvalidOperationException($"{r.Code} {r.Field}"));

    private static Actor Staff(long id, string name, Role role) => new(ActorKind.Staff, id, name, "360821", [new Grant(role, "/", null)]);
}
