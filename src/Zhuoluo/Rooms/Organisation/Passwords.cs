using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>Hashes as ASP.NET Core Identity does: PBKDF2 with HMAC-SHA512. Every check costs one hash, whether or not there is anybody to check.</summary>
internal sealed class Passwords
{
    /// <summary>What a person without a password has: no password matches it.</summary>
    public const string None = "";

    public const int ShortestLength = 12;
    public const int LongestLength = 128;

    // OWASP Password Storage Cheat Sheet, 2023: 210,000 for PBKDF2-HMAC-SHA512.
    private const int Iterations = 210_000;

    private static readonly object _nobody = new();
    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly Lazy<string> _decoy;

    public Passwords() => _decoy = new(() => Hash("decoy"));

    public string Hash(string password) => _hasher.HashPassword(_nobody, password);

    /// <summary>False for <see langword="null"/> and <see cref="None"/>, after as much work as for a real hash.</summary>
    public bool Matches(string? hash, string password)
    {
        var real = hash is { Length: > 0 };
        var result = _hasher.VerifyHashedPassword(_nobody, real ? hash! : _decoy.Value, password);
        return real && result != PasswordVerificationResult.Failed;
    }

    /// <summary>8.1.4.1 of GB/T 22239-2019 asks for complexity: twelve characters of two kinds, not the login name, not made of common pieces.</summary>
    public static bool IsGoodEnough(string password, string loginName)
    {
        bool[] kinds = [password.Any(char.IsLetter), password.Any(char.IsDigit), password.Any(c => !char.IsLetterOrDigit(c))];
        return password.Length is >= ShortestLength and <= LongestLength
            && kinds.Count(k => k) >= 2
            && !password.Contains(loginName, StringComparison.OrdinalIgnoreCase)
            && !CommonPasswords.IsMadeOfPieces(password);
    }
}
