using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Matters.Track;

namespace Zhuoluo.Rooms.Matters.Rate;

internal sealed class RateMatterHandler(Writer writer, WrongCodes wrong, IEnumerable<IRatingWatch> watches)
{
    public async Task<Outcome<Rated>> HandleAsync(RateMatter command, Act act, CancellationToken cancel)
    {
        var number = RequesterDoor.ReadNumber(command.Number);
        if (wrong.IsTooMany(number, command.Address, act.At))
        {
            return new TooManyTries();
        }
        var outcome = await writer.WriteAsync(act, work => RateAsync(work, number, command, cancel), cancel);
        if (outcome.IsRefused(out var refusal, out _) && refusal is WrongReceipt)
        {
            wrong.Note(number, command.Address, act.At);
        }
        return outcome;
    }

    private async Task<Outcome<Rated>> RateAsync(Work work, string number, RateMatter command, CancellationToken cancel)
    {
        var matter = await work.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Number == number, cancel);
        var source = SourceOf(work.Vault, matter, number, command.Secret);
        if (matter is null || source == RatingSource.None)
        {
            return new WrongReceipt();
        }
        var once = command.OnceKey is null ? null : $"rate\n{matter.Id}\n{command.OnceKey}";
        if (once is not null && await work.DoneBeforeAsync(once, cancel) is not null)
        {
            return new Rated(matter.Number, command.Grade, command.Grade <= RateMatter.Bad);
        }
        var isAnswered = await work.Db.Set<Answer>().AnyAsync(a => a.MatterId == matter.Id && a.Round == matter.Round && a.IsApproved == true, cancel);
        var given = await work.Db.Set<Rating>().SingleOrDefaultAsync(r => r.MatterId == matter.Id && r.Round == matter.Round, cancel);
        if (Decide(command, matter, isAnswered, given, work.Act).IsRefused(out var refusal, out var comment))
        {
            return refusal;
        }
        var origin = new RatingOrigin(command.Address, command.Device);
        foreach (var watch in watches)
        {
            if (await watch.RefuseAsync(work, origin, cancel) is { } no)
            {
                return no;
            }
        }
        var rating = given ?? Offer(work, matter);
        rating.Grade = command.Grade;
        rating.IsSolved = command.IsSolved;
        rating.Comment = comment.Text;
        rating.GivenAt = work.Act.At;
        rating.GivenOn = LocalDay.Of(work.Act.At);
        rating.Source = source;
        // The version stays: a rating is not a change that a member of staff could run into.
        matter.Grade = command.Grade;
        if (once is not null)
        {
            work.RememberDone(once, rating.Id);
        }
        work.Record(
            new MatterRatedV1(matter.IsConfidential ? null : matter.Kind, MatterRows.PublicTown(matter), command.Grade, command.IsSolved),
            new Subject("matter", matter.Id));
        Judge(work, rating, command);
        foreach (var watch in watches)
        {
            await watch.GivenAsync(work, matter, rating, origin, cancel);
        }
        return new Rated(matter.Number, command.Grade, command.Grade <= RateMatter.Bad);
    }

    private static Outcome<Words> Decide(RateMatter command, Matter matter, bool isAnswered, Rating? given, Act act)
    {
        if (act.Who.Kind == ActorKind.Staff)
        {
            return new StaffMayNotRate();
        }
        if (command.Grade is < RateMatter.Worst or > RateMatter.Best)
        {
            return new UnknownGrade();
        }
        if (!RatingOffers.IsRatable(matter.State, isAnswered))
        {
            return new NotRatableYet();
        }
        if (RatingOffers.IsOver(matter, act.At))
        {
            return new RatingTooLate(RatingOffers.Days);
        }
        if (command.Items.Any(i => i.Value is < RateMatter.Worst or > RateMatter.Best || !RatingItems.On(LocalDay.Of(act.At)).Has(i.Key)))
        {
            return new UnknownGrade();
        }
        if (given is { GivenAt: not null })
        {
            return new AlreadyRated();
        }
        return PlainText.Read(command.Comment, nameof(command.Comment), RateMatter.LongestComment).Then(text => new Words(text));
    }

    private static RatingSource SourceOf(Vault vault, Matter? matter, string number, string secret)
    {
        var (id, round) = (matter?.Id ?? 0, matter?.Round ?? 0);
        var isToken = ReceiptCodes.IsTokenOf(vault, id, round, secret);
        var isCode = ReceiptCodes.IsCodeOf(vault, id, number, secret);
        return matter is null ? RatingSource.None : isToken ? RatingSource.Token : isCode ? RatingSource.TrackPage : RatingSource.None;
    }

    // Two at once make one: round and matter are unique, the second runs again and finds the first.
    private static Rating Offer(Work work, Matter matter)
    {
        var rating = RatingOffers.Offer(work.Vault, matter, matter.LeadUnitId, work.Act);
        work.Db.Add(rating);
        return rating;
    }

    private static void Judge(Work work, Rating rating, RateMatter command)
    {
        if (command.Items.Count > 0)
        {
            rating.ItemsVersion = RatingItems.On(LocalDay.Of(work.Act.At)).Version;
            work.Db.AddRange(command.Items.Select(i => new RatingItem { RatingId = rating.Id, Code = i.Key, Grade = i.Value }));
        }
    }

    private readonly record struct Words(string? Text);
}
