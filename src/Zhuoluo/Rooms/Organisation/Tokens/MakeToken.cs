using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.Tokens;

/// <summary>For oneself, or for a program by those who manage programs.</summary>
internal sealed record MakeToken(long PersonId, string Name, IReadOnlyList<string> Scopes, DateOnly ExpiresOn);

/// <summary>The only time that the secret is seen.</summary>
internal sealed record TokenShown(long Id, string Secret);

internal sealed class MakeTokenHandler(OrganisationWriter writer, Staff staff)
{
    public const int MostEach = 20;
    public const int LongestDays = 366;

    /// <returns>The bits of the scopes.</returns>
    public static Outcome<long> Decide(MakeToken command, int held, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(command.Name))
        {
            return new Missing("Name");
        }
        if (command.Name.Length > AccessToken.LongestName)
        {
            return new TooLong("Name", AccessToken.LongestName);
        }
        if (TokenScope.Bits(command.Scopes) is not { } bits || bits == 0)
        {
            return new TokenScopeNeeded();
        }
        if (command.ExpiresOn < today || command.ExpiresOn > today.AddDays(LongestDays))
        {
            return new TokenPeriod(today, today.AddDays(LongestDays));
        }
        return held >= MostEach ? new TooManyTokens() : bits;
    }

    public async Task<Outcome<TokenShown>> HandleAsync(MakeToken command, Act act, CancellationToken cancel)
    {
        // A token never makes another: it would outlive its own end.
        var isOwn = act.Who.PersonId == command.PersonId;
        if (act.Who.Only is not null || (!isOwn && !Permissions.May(act.Who, Capability.ManageServices)))
        {
            return new NotPermitted();
        }
        var office = (await staff.ActorAsync(command.PersonId, act.At, cancel))?.Office;
        return await writer.WriteAsync(act, async work =>
        {
            var person = await work.Db.Set<Person>().SingleOrDefaultAsync(p => p.Id == command.PersonId && p.IsActive, cancel);
            if (person is null || office is null || (!isOwn && !person.IsProgram))
            {
                return new NotFound("person");
            }
            return await ApplyAsync(command, person, office, work, cancel);
        }, cancel);
    }

    internal static async Task<Outcome<TokenShown>> ApplyAsync(MakeToken command, Person person, string office, Work work, CancellationToken cancel)
    {
        var today = LocalDay.Of(work.Act.At);
        var held = await work.Db.Set<AccessToken>().CountAsync(t => t.PersonId == person.Id && t.RevokedAt == null && t.ExpiresOn >= today, cancel);
        return Decide(command, held, today).Then(bits =>
        {
            var secret = TokenSecret.Make(work.Act.Chance);
            var token = new AccessToken
            {
                Id = work.Act.NewId(),
                PersonId = person.Id,
                Name = command.Name.Trim(),
                Hash = TokenSecret.HashOf(secret),
                Scopes = bits,
                MadeAt = work.Act.At,
                ExpiresOn = command.ExpiresOn,
            };
            work.Db.Add(token);
            work.Record(new TokenMadeV1(new Code(office), person.IsProgram, bits, token.ExpiresOn), new Subject("person", person.Id));
            return new TokenShown(token.Id, secret);
        });
    }
}

internal sealed record TokenScopeNeeded() : Refusal("token-scope-needed")
{
    public override string? Field => "Scopes";
}

internal sealed record TokenPeriod(DateOnly From, DateOnly To) : Refusal("token-period")
{
    public override string? Field => "ExpiresOn";
    public override IReadOnlyList<object> Arguments => [From, To];
}

internal sealed record TooManyTokens() : Refusal("too-many-tokens")
{
    public override IReadOnlyList<object> Arguments => [MakeTokenHandler.MostEach];
}
