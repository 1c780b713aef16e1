using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation.SignIn;

namespace Zhuoluo.Rooms.Organisation.SecondFactor;

/// <summary>Asks and checks second factors inside a write: what was used once is marked in the same transaction.</summary>
internal static class Factors
{
    public static async Task<bool> AnyAsync(ZhuoluoContext db, long personId, CancellationToken cancel) =>
        await db.Set<Authenticator>().AnyAsync(a => a.PersonId == personId && a.ConfirmedAt != null, cancel)
        || await db.Set<Passkey>().AnyAsync(k => k.PersonId == personId, cancel);

    /// <summary>How the typed code proves the second factor, or null when it does not.</summary>
    public static async Task<SignInWay?> CheckAsync(Work work, long personId, string typed, CancellationToken cancel)
    {
        if (RecoveryCodes.HasShape(typed))
        {
            return await UseRecoveryCodeAsync(work, personId, typed, cancel) ? SignInWay.PasswordAndRecoveryCode : null;
        }
        return await work.Db.Set<Authenticator>().AsTracking().SingleOrDefaultAsync(a => a.PersonId == personId && a.ConfirmedAt != null, cancel) is { } authenticator
            && await TakeAsync(work, authenticator, typed, cancel) ? SignInWay.PasswordAndCode : null;
    }

    /// <summary>Whether the code is one of now that was not taken before; it is taken then.</summary>
    public static async Task<bool> TakeAsync(Work work, Authenticator authenticator, string typed, CancellationToken cancel)
    {
        var secret = await OpenAsync(work.Db, work.Vault, authenticator, cancel);
        var step = Totp.StepOf(secret, typed, work.Act.At, authenticator.LastStep);
        CryptographicOperations.ZeroMemory(secret);
        if (step is { } taken)
        {
            work.Db.Entry(authenticator).CurrentValues.SetValues(authenticator with { LastStep = taken, ConfirmedAt = authenticator.ConfirmedAt ?? work.Act.At });
        }
        return step is not null;
    }

    public static async Task<byte[]> OpenAsync(ZhuoluoContext db, Vault vault, Authenticator authenticator, CancellationToken cancel)
    {
        var key = await db.Set<SubjectKey>().AsNoTracking().SingleAsync(k => k.Id == authenticator.KeyId, cancel);
        return vault.Open(key, authenticator.SecretSealed, Bound(authenticator.PersonId));
    }

    public static byte[] Bound(long personId)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, personId);
        return [.. "authenticator"u8, .. bytes];
    }

    private static async Task<bool> UseRecoveryCodeAsync(Work work, long personId, string typed, CancellationToken cancel)
    {
        var mark = RecoveryCodes.MarkOf(work.Vault, personId, typed);
        DateTimeOffset? at = work.Act.At;
        return await work.Db.Set<RecoveryCode>().Where(c => c.PersonId == personId && c.UsedAt == null && c.Mark == mark)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedAt, at), cancel) > 0;
    }
}
