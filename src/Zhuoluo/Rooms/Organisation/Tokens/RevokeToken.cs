using Microsoft.EntityFrameworkCore;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.Tokens;

/// <summary>One's own, or any by those who manage programs. To revoke twice is to have revoked.</summary>
internal sealed record RevokeToken(long Id);

internal sealed class RevokeTokenHandler(OrganisationWriter writer, Staff staff)
{
    public Task<Outcome<Done>> HandleAsync(RevokeToken command, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        if (act.Who.Only is not null || await work.Db.Set<AccessToken>().AsTracking().SingleOrDefaultAsync(t => t.Id == command.Id, cancel) is not { } token
            || (token.PersonId != act.Who.PersonId && !Permissions.May(act.Who, Capability.ManageServices)))
        {
            return new NotFound("token");
        }
        if (token.RevokedAt is not null)
        {
            return Done.Value;
        }
        var isProgram = await work.Db.Set<Person>().Where(p => p.Id == token.PersonId).Select(p => p.IsProgram).SingleAsync(cancel);
        var office = (await staff.ActorAsync(token.PersonId, act.At, cancel))?.Office ?? "staff";
        work.Db.Entry(token).CurrentValues.SetValues(token with { RevokedAt = act.At });
        work.Record(new TokenRevokedV1(new Code(office), isProgram), new Subject("person", token.PersonId));
        return Done.Value;
    }, cancel);
}
