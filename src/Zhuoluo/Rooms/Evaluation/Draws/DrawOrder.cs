using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Zhuoluo.Rooms.Evaluation.Draws;

/// <summary>
/// The order of a draw, which anybody can work out with a hash function: by SHA-256 of seed, line break (10) and number in UTF-8, as
/// hexadecimal, smallest first. Pure.
/// </summary>
internal static class DrawOrder
{
    public static IReadOnlyList<string> Of(string seed, IEnumerable<string> numbers) =>
        [.. numbers.Select(n => (Number: n, Hash: Hash($"{seed}\n{n}"))).OrderBy(x => x.Hash, StringComparer.Ordinal).Select(x => x.Number)];

    /// <summary>How many: the share in thousandths, rounded up, so that it is never less than promised.</summary>
    public static int Size(int population, int permille) => (int)(((long)population * permille + 999) / 1000);

    /// <summary>What the entry says of the list that was drawn from.</summary>
    public static string Digest(string numbers) => Hash(numbers)[..32];

    public static string Join(IEnumerable<string> numbers) => string.Join('\n', numbers.Order(StringComparer.Ordinal));

    public static string Written(int permille) => (permille / 10m).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
