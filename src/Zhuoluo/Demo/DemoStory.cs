using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Publish;
using Zhuoluo.Rooms.Matters.Rate;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Demo;

/// <summary>One matter's life, step by step, each at a later hour than the one before and never later than now.</summary>
internal sealed class DemoStory(DemoTools tools, string bureau, Topic topic, Place village)
{
    private readonly Phrases _says = tools.Words.All;
    private Receipt? _receipt;
    private string _text = "";
    private DateTimeOffset _at;
    private int _index;

    public long MatterId => _receipt!.MatterId;
    public string Number => _receipt!.Number;

    private Actor Dispatcher => tools.Staff["dispatcher"];
    private Actor Handler => tools.Staff[$"{bureau}.handler"];
    private Actor Head => tools.Staff[$"{bureau}.head"];
    private Actor Supervisor => tools.Staff["supervisor"];

    public async Task RegisterAsync(DateOnly day, int index, CancellationToken cancel)
    {
        (_index, _text) = (index, tools.Words.Problem(topic, village.Name));
        tools.Clock.Set(day, 8, 5 + (index % 50));
        _at = tools.Clock.Now;
        Pass(TimeSpan.Zero);
        var isOnline = index % 3 != 0;
        var command = new RegisterMatter(DemoTools.KindOf(topic), isOnline ? Channel.Web : Channel.Hotline, _text, village.Code)
        {
            CategoryCode = isOnline ? null : topic.Category,
            Contact = new Contact(tools.Words.Name(), tools.Words.Phone(), null),
        };
        _receipt = DemoTools.Must(await tools.Get<RegisterMatterHandler>().HandleAsync(command, tools.As(isOnline ? Actor.Public : Dispatcher), cancel));
    }

    public async Task AcceptAsync(CancellationToken cancel)
    {
        await DoAsync(Dispatcher, Verb.Sort, d => d with { CategoryCode = topic.Category }, cancel);
        await DoAsync(Dispatcher, Verb.Accept, d => d, cancel);
    }

    public async Task SendAsync(CancellationToken cancel)
    {
        await AcceptAsync(cancel);
        await DoAsync(Dispatcher, Verb.Assign, d => d with { UnitId = tools.UnitId(Handler.Office) }, cancel);
    }

    public async Task SignAsync(CancellationToken cancel)
    {
        await SendAsync(cancel);
        await DoAsync(Handler, Verb.Sign, d => d, cancel);
    }

    public async Task AskAsync(CancellationToken cancel)
    {
        await SignAsync(cancel);
        await DoAsync(Handler, Verb.AskRequester, d => d with { Text = _says.Question }, cancel);
    }

    public async Task AskReturnAsync(CancellationToken cancel)
    {
        await SendAsync(cancel);
        await DoAsync(Handler, Verb.Return, d => d with { Reason = _says.ReturnReason, Text = _says.ReturnBasis }, cancel);
    }

    public async Task AskExtensionAsync(CancellationToken cancel)
    {
        await SignAsync(cancel);
        await DoAsync(Handler, Verb.RequestExtension, d => d with { Reason = _says.ExtendReason }, cancel);
    }

    public async Task SuspendAsync(CancellationToken cancel)
    {
        await SignAsync(cancel);
        await DoAsync(Handler, Verb.ProposeSuspension,
            d => d with { Reason = _says.SuspendReason, Plan = _says.SuspendPlan, ReviewOn = LocalDay.Of(tools.Now).AddDays(60) }, cancel);
        await DoAsync(Supervisor, Verb.ApproveSuspension, d => d, cancel);
    }

    public async Task AnswerAsync(CancellationToken cancel)
    {
        await SignAsync(cancel);
        await GiveAnswerAsync(cancel);
    }

    public async Task ApproveAsync(CancellationToken cancel)
    {
        await AnswerAsync(cancel);
        await DoAsync(Head, Verb.ApproveAnswer, d => d, cancel);
    }

    public async Task DeclineAsync(CancellationToken cancel)
    {
        await DoAsync(Dispatcher, Verb.ProposeDecline, d => d with { ReasonCode = "litigation", Reason = _says.Declined }, cancel);
        await DoAsync(Supervisor, Verb.ConfirmDecline, d => d, cancel);
    }

    public async Task WithdrawAsync(CancellationToken cancel)
    {
        await AcceptAsync(cancel);
        await DoAsync(Dispatcher, Verb.Withdraw, d => d with { Reason = _says.GoodComment }, cancel);
    }

    public async Task RedoAsync(CancellationToken cancel)
    {
        await ApproveAsync(cancel);
        await DoAsync(Supervisor, Verb.CallBack, d => d with { Result = CallResult.Reached, IsSolved = false, Text = _says.BadComment }, cancel);
        await DoAsync(Supervisor, Verb.Reopen, d => d with { Reason = _says.BadComment }, cancel);
    }

    public async Task CloseAsync(CancellationToken cancel)
    {
        await ApproveAsync(cancel);
        await CloseAfterCallAsync(cancel);
        await RateAsync(cancel);
        await PublishAsync(cancel);
    }

    /// <summary>Closed, and rated by who finds it badly done.</summary>
    public async Task CloseAndRateAsync(int grade, string words, string? device, CancellationToken cancel)
    {
        await ApproveAsync(cancel);
        await CloseAfterCallAsync(cancel);
        Pass(TimeSpan.FromHours(3));
        DemoTools.Must(await tools.Get<RateMatterHandler>().HandleAsync(
            new RateMatter(_receipt!.Number, _receipt.Code, grade) { IsSolved = false, Comment = words, Device = device }, tools.As(Actor.Public), cancel));
    }

    /// <summary>Answered once more after it was reopened; the requester is content now.</summary>
    public async Task MendAsync(CancellationToken cancel)
    {
        _at = tools.Clock.Now;
        await GiveAnswerAsync(cancel);
        await DoAsync(Head, Verb.ApproveAnswer, d => d, cancel);
        await CloseAfterCallAsync(cancel);
    }

    private async Task CloseAfterCallAsync(CancellationToken cancel)
    {
        await DoAsync(Supervisor, Verb.CallBack, d => d with { Result = CallResult.Reached, IsSolved = true }, cancel);
        await DoAsync(Supervisor, Verb.Close, d => d, cancel);
    }

    private async Task GiveAnswerAsync(CancellationToken cancel)
    {
        Pass(TimeSpan.FromHours(20));
        var outcome = (_index % 7) switch
        {
            5 => MatterOutcome.Explained,
            6 => MatterOutcome.PartlySolved,
            _ => MatterOutcome.Solved,
        };
        await DoAsync(Handler, Verb.Answer, d => d with { Text = tools.Words.Result(topic, village.Name), Outcome = outcome }, cancel);
    }

    // Ratings are voluntary: not everybody gives one.
    private async Task RateAsync(CancellationToken cancel)
    {
        if (_index % 5 == 4)
        {
            return;
        }
        Pass(TimeSpan.FromHours(3));
        var grade = (_index % 9) switch { 0 => 2, 1 or 2 => 3, 3 or 4 => 4, _ => 5 };
        var comment = grade <= 2 ? _says.BadComment : grade == 5 ? _says.GoodComment : null;
        DemoTools.Must(await tools.Get<RateMatterHandler>().HandleAsync(
            new RateMatter(_receipt!.Number, _receipt.Code, grade) { IsSolved = grade > 2, Comment = comment }, tools.As(Actor.Public), cancel));
    }

    private async Task PublishAsync(CancellationToken cancel)
    {
        if (_index % 4 == 3)
        {
            return;
        }
        var answer = tools.Words.Result(topic, village.Name);
        DemoTools.Must(await tools.Get<PublishMatterHandler>().HandleAsync(
            new PublishMatter(_receipt!.MatterId, PlainText.FirstWords(_text, 24), _text, answer), tools.As(tools.Staff["editor"]), cancel));
    }

    private async Task DoAsync(Actor who, Verb verb, Func<Deed, Deed> with, CancellationToken cancel)
    {
        Pass(TimeSpan.FromMinutes(17 + (_index % 23)));
        DemoTools.Must(await tools.Get<IDeeds>().DoAsync(with(new Deed(_receipt!.MatterId, verb, 0)), tools.As(who), cancel));
    }

    private void Pass(TimeSpan by)
    {
        _at = Min(_at + by, tools.Now - TimeSpan.FromMinutes(1));
        tools.Clock.Set(_at);
    }

    private static DateTimeOffset Min(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
