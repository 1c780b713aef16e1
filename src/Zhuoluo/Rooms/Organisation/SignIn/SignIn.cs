using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.SecondFactor;

namespace Zhuoluo.Rooms.Organisation.SignIn;

internal sealed record SignIn(string LoginName, string Password);

/// <summary>What a session needs to know. With <paramref name="NeedsSecond"/> it is none yet: the password was right, the second factor is still to come.</summary>
internal sealed record Session(long PersonId, string Stamp, bool NeedsSecond = false);

/// <summary>One answer for an unknown name, a wrong password, a locked and a closed account: it tells a stranger nothing.</summary>
internal sealed record SignInFailed() : Refusal("sign-in-failed")
{
    public override IReadOnlyList<object> Arguments => [SignInHandler.MostTries, (int)SignInHandler.LockedFor.TotalMinutes];
}

internal sealed class SignInHandler(IDbContextFactory<ZhuoluoContext> reads, Writer writer, Staff staff, Passwords passwords)
{
    // F2, 8.1.4.1: five tries, fifteen minutes.
    public const int MostTries = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>What a try does to the account. Pure; null means that it stays as it is.</summary>
    public static (bool IsIn, Person? Changed, bool Locks) Decide(Person person, bool matches, DateTimeOffset at)
    {
        if (!person.IsActive || person.LockedUntil > at)
        {
            return (false, null, false);
        }
        if (matches)
        {
            return (true, person with { FailedCount = 0, LockedUntil = null }, false);
        }
        // A lock that has run out begins a new count.
        var count = person.LockedUntil is null ? person.FailedCount + 1 : 1;
        var locks = count >= MostTries;
        return (false, person with { FailedCount = count, LockedUntil = locks ? at + LockedFor : null }, locks);
    }

    public async Task<Outcome<Session>> HandleAsync(SignIn command, Act act, CancellationToken cancel)
    {
        var login = LoginName.Normal(command.LoginName);
        await using var db = await reads.CreateDbContextAsync(cancel);
        var found = await db.Set<Person>().SingleOrDefaultAsync(p => p.LoginName == login, cancel);
        // Before the write: hashing takes a tenth of a second, and others wait for the writer.
        var matches = passwords.Matches(found?.PasswordHash, command.Password);
        if (found is null)
        {
            await CountMissAsync(act, cancel);
            return new SignInFailed();
        }
        var who = await staff.ActorAsync(found.Id, act.At, cancel) ?? Actor.Public;
        var outcome = await writer.WriteAsync<Session?>(act with { Who = who }, async work =>
        {
            var person = await work.Db.Set<Person>().SingleAsync(p => p.Id == found.Id, cancel);
            // The password that was compared must still be the one.
            var (isIn, changed, locks) = Decide(person, matches && person.PasswordHash == found.PasswordHash, act.At);
            if (isIn && await Factors.AnyAsync(work.Db, person.Id, cancel))
            {
                // Half a sign-in is none: wrong codes go on counting with wrong passwords.
                return new Session(person.Id, person.SecurityStamp, NeedsSecond: true);
            }
            if (changed is not null)
            {
                changed = isIn && await IsOldAsync(work.Db, person, act.At, cancel) ? changed with { MustChangePassword = true } : changed;
                work.Db.Entry(person).CurrentValues.SetValues(changed);
                Record(work, person.Id, new Code(who.Office), isIn ? SignInWay.Password : null, locks);
            }
            return isIn ? new Session(person.Id, person.SecurityStamp) : (Session?)null;
        }, cancel);
        return outcome.Match<Outcome<Session>>(s => s is null ? new SignInFailed() : s, r => r);
    }

    /// <summary>Whether the rules want a password changed that is older than so many days.</summary>
    internal static async Task<bool> IsOldAsync(ZhuoluoContext db, Person person, DateTimeOffset at, CancellationToken cancel) =>
        await db.Set<SignInRule>().AsNoTracking().Select(r => r.PasswordDays).SingleAsync(cancel) is { } days
        && !(person.PasswordSetOn is { } set && LocalDay.Of(at) < set.AddDays(days));

    internal static void Record(Work work, long personId, Code office, SignInWay? way, bool locks)
    {
        var subject = new Subject("person", personId);
        if (way is { } how)
        {
            work.Record(new StaffSignedInV2(office, how), subject);
        }
        else
        {
            work.Record(new StaffSignInFailedV1(office, locks), subject);
        }
    }

    private Task<Outcome<Done>> CountMissAsync(Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        await work.Db.Set<SignInMiss>().Where(m => m.Id == SignInMiss.TheOne)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Count, x => x.Count + 1), cancel);
        return Done.Value;
    }, cancel);
}
