using Microsoft.EntityFrameworkCore;
using Zhuoluo.Rooms.Organisation.SecondFactor;

namespace Zhuoluo.Rooms.Organisation.SignIn;

internal static class SignInMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<StaffSession>(e =>
        {
            e.ToTable("staff_session").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<SessionTurn>(e =>
        {
            e.ToTable("session_turn").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<SignInRule>(e =>
        {
            e.ToTable("sign_in_rule").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<ExternalIdentity>(e =>
        {
            e.ToTable("external_identity").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<Authenticator>(e =>
        {
            e.ToTable("authenticator").HasKey(x => x.PersonId);
            e.Property(x => x.PersonId).ValueGeneratedNever();
        });
        model.Entity<RecoveryCode>(e =>
        {
            e.ToTable("recovery_code").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<Passkey>(e =>
        {
            e.ToTable("passkey").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
    }
}
