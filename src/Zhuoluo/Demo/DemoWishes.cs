using System.Text.Json;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Wishes;

namespace Zhuoluo.Demo;

/// <summary>Sixty wishes of the last two months, as far on their way as wishes are: some to be checked, some free, most fulfilled.</summary>
internal sealed class DemoWishes(DemoTools tools)
{
    private const int Wishes = 60;
    private static readonly string[] _claimants = ["roads.handler", "streets.handler", "town.handler", "waters.handler", "housing.handler"];

    private readonly WishPhrases _phrases = JsonSerializer.Deserialize<WishPhrases>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalog", "demo", "wishes.json")), JsonSerializerOptions.Web)!;

    public async Task MakeAsync(CancellationToken cancel)
    {
        var towns = tools.Villages().Select(v => v.Code[..9]).Distinct().ToList();
        var first = LocalDay.Of(tools.Now).AddDays(-Wishes);
        for (var i = 0; i < Wishes; i++)
        {
            tools.Clock.Set(first.AddDays(i), 9);
            await OneAsync(i, towns[i % towns.Count], cancel);
        }
        tools.Clock.Set(tools.Now);
    }

    private async Task OneAsync(int i, string town, CancellationToken cancel)
    {
        var (kind, text) = (_phrases.Wishes[i % _phrases.Wishes.Count].Kind, _phrases.Wishes[i % _phrases.Wishes.Count].Text);
        var raise = new RaiseWish(Word<WishKind>.Read(kind)!.Value, text, town) { Contact = new Contact(tools.Words.Name(), tools.Words.Phone(), null) };
        var receipt = DemoTools.Must(await tools.Get<RaiseWishHandler>().HandleAsync(raise, tools.As(Actor.Public), cancel));
        // The newest wait for an editor; the older, the further.
        if (i >= Wishes - 4)
        {
            return;
        }
        await DoAsync(receipt, WishVerb.Show, tools.Staff["editor"], text, null, cancel);
        if (i >= Wishes - 16)
        {
            return;
        }
        var claimant = tools.Staff[_claimants[i % _claimants.Length]];
        await DoAsync(receipt, WishVerb.Claim, claimant, null, i % 3 == 0 ? tools.Dice.Of(_phrases.Branches) : null, cancel);
        if (i >= Wishes - 22)
        {
            return;
        }
        await DoAsync(receipt, WishVerb.Fulfil, claimant, tools.Dice.Of(_phrases.Given), null, cancel);
        if (i % 6 != 0)
        {
            await RequesterAsync(receipt, WishVerb.Confirm, null, cancel);
            await RequesterAsync(receipt, WishVerb.Thank, tools.Dice.Of(_phrases.Thanks), cancel);
        }
    }

    private async Task DoAsync(Receipt receipt, WishVerb verb, Actor who, string? text, string? branch, CancellationToken cancel) =>
        DemoTools.Must(await tools.Get<DoWishHandler>().HandleAsync(new WishDeed(receipt.Number, verb) { Text = text, Branch = branch }, tools.As(who), cancel));

    private async Task RequesterAsync(Receipt receipt, WishVerb verb, string? text, CancellationToken cancel) =>
        DemoTools.Must(await tools.Get<DoWishHandler>().HandleAsync(new WishDeed(receipt.Number, verb) { Text = text, IsRequester = true }, tools.As(Actor.Public), cancel));

    private sealed record WishPhrases(IReadOnlyList<WishPhrase> Wishes, IReadOnlyList<string> Given, IReadOnlyList<string> Thanks, IReadOnlyList<string> Branches);

    private sealed record WishPhrase(string Kind, string Text);
}
