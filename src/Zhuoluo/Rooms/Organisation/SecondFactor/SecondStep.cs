using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.SignIn;

namespace Zhuoluo.Rooms.Organisation.SecondFactor;

/// <summary>The second half of a sign-in, or the same factor shown again by somebody signed in.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="Stamp">The security stamp at the first half.</param>
/// <param name="Code">Of the authenticator, or a recovery code.</param>
/// <param name="First">How the first half went.</param>
/// <param name="IsAgain">Signed in already.</param>
internal sealed record SecondStep(long PersonId, string Stamp, string Code, SignInWay First, bool IsAgain);

/// <summary>Also for a locked account: it tells a stranger nothing.</summary>
internal sealed record WrongSecondCode() : Refusal("wrong-second-code")
{
    public override string? Field => "Code";
    public override IReadOnlyList<object> Arguments => [SignInHandler.MostTries, (int)SignInHandler.LockedFor.TotalMinutes];
}

/// <param name="Session">For the cookie.</param>
/// <param name="Way">How both halves together went.</param>
internal sealed record SecondDone(Session Session, SignInWay Way);

internal sealed class SecondStepHandler(Writer writer, Staff staff)
{
    public async Task<Outcome<SecondDone>> HandleAsync(SecondStep command, Act act, CancellationToken cancel)
    {
        var who = await staff.ActorAsync(command.PersonId, act.At, cancel) ?? Actor.Public;
        var outcome = await writer.WriteAsync<SecondDone?>(act with { Who = who }, async work =>
        {
            var person = await work.Db.Set<Person>().SingleOrDefaultAsync(p => p.Id == command.PersonId && p.SecurityStamp == command.Stamp, cancel);
            // A locked account is asked nothing: the code would be used up.
            var isOpen = person is not null && !(person.LockedUntil > act.At);
            var way = isOpen ? await Factors.CheckAsync(work, command.PersonId, command.Code, cancel) : null;
            if (person is null)
            {
                return (SecondDone?)null;
            }
            var (isIn, changed, locks) = SignInHandler.Decide(person, way is not null, act.At);
            if (changed is not null)
            {
                changed = isIn && !command.IsAgain && await SignInHandler.IsOldAsync(work.Db, person, act.At, cancel) ? changed with { MustChangePassword = true } : changed;
                work.Db.Entry(person).CurrentValues.SetValues(changed);
            }
            var taken = way is { } with && command.First == SignInWay.External ? SignInWay.ExternalAndCode : way;
            Record(work, person.Id, new Code(who.Office), command, isIn ? taken : null, locks, changed is not null);
            return isIn ? new SecondDone(new Session(person.Id, person.SecurityStamp), taken!.Value) : (SecondDone?)null;
        }, cancel);
        return outcome.Match<Outcome<SecondDone>>(s => s is null ? new WrongSecondCode() : s, r => r);
    }

    private static void Record(Work work, long personId, Code office, SecondStep command, SignInWay? way, bool locks, bool counts)
    {
        if (command.IsAgain && way is { } how)
        {
            work.Record(new StaffConfirmedV1(office, how), new Subject("person", personId));
        }
        else if (counts)
        {
            SignInHandler.Record(work, personId, office, way, locks);
        }
    }
}
