using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Organisation.SecondFactor;

/// <summary>Ten codes of 50 bits, each good once.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;
    private const int Length = 10;

    public static IReadOnlyList<string> Make(Work work, long personId)
    {
        var codes = Enumerable.Range(0, Count).Select(_ => work.Act.Chance.Code(Length)).ToList();
        work.Db.AddRange(codes.Select(c => new RecoveryCode { Id = work.Act.NewId(), PersonId = personId, Mark = MarkOf(work.Vault, personId, c) }));
        return [.. codes.Select(c => $"{c[..5]}-{c[5..]}")];
    }

    /// <summary>Keyed, so that a copy of the database alone lets nobody try codes.</summary>
    public static byte[] MarkOf(Vault vault, long personId, string typed) =>
        vault.Fingerprint(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"recovery-code {personId}"), Normal(typed));

    public static bool HasShape(string typed) => Normal(typed).Length == Length;

    // The letters I, L and O are not in the alphabet; people type them all the same.
    private static string Normal(string typed) =>
        new([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c })]);
}
