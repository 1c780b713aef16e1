using Microsoft.EntityFrameworkCore;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Rooms.Organisation.Tokens;

namespace Zhuoluo.Rooms.Organisation;

internal static class OrganisationMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Place>(e =>
        {
            e.ToTable("place").HasKey(x => x.Code);
            e.Ignore(x => x.IsLegalTownship);
        });
        model.Entity<PlaceAlias>().ToTable("place_alias").HasKey(x => new { x.PlaceCode, x.Name });
        model.Entity<Unit>(e =>
        {
            e.ToTable("unit").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<UnitAlias>().ToTable("unit_alias").HasKey(x => new { x.UnitId, x.Name });
        model.Entity<Person>(e =>
        {
            e.ToTable("person").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        SignInMapping.Map(model);
        model.Entity<AccessToken>(e =>
        {
            e.ToTable("access_token").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<RoleAssignment>(e =>
        {
            e.ToTable("role_assignment").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<Seat>(e =>
        {
            e.ToTable("seat").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<OrganisationVersion>(e =>
        {
            e.ToTable("organisation_version").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<FirstRunCode>(e =>
        {
            e.ToTable("first_run_code").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<SignInMiss>(e =>
        {
            e.ToTable("sign_in_miss").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
    }
}
