using Microsoft.EntityFrameworkCore;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.SignIn;

namespace Zhuoluo.Rooms.Organisation.SignInRules;

internal sealed record ChangeRules(IReadOnlyList<Role> SecondFactorRoles, int? PasswordDays);

internal sealed record BadPasswordDays() : Refusal("bad-password-days")
{
    public override string? Field => "PasswordDays";
    public override IReadOnlyList<object> Arguments => [ChangeRulesHandler.ShortestDays, ChangeRulesHandler.LongestDays];
}

internal sealed class ChangeRulesHandler(OrganisationWriter writer)
{
    public const int ShortestDays = 30;
    public const int LongestDays = 730;

    public async Task<Outcome<Done>> HandleAsync(ChangeRules command, Act act, CancellationToken cancel)
    {
        if (!Permissions.May(act.Who, Capability.ManagePeople))
        {
            return new NotPermitted();
        }
        if (command.PasswordDays is < ShortestDays or > LongestDays)
        {
            return new BadPasswordDays();
        }
        return await writer.WriteAsync<Done>(act, async work =>
        {
            var rule = await work.Db.Set<SignInRule>().AsTracking().SingleAsync(cancel);
            rule.SecondFactorRoles = command.SecondFactorRoles.Where(Permissions.Roles.Contains).Aggregate(0L, (bits, r) => bits | (1L << (int)r));
            rule.PasswordDays = command.PasswordDays;
            work.Record(new StaffRulesChangedV1(rule.SecondFactorRoles, rule.PasswordDays), new Subject("sign-in-rule", rule.Id));
            return Done.Value;
        }, cancel);
    }
}
