using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Files;

/// <summary>
/// A form that is shown again cannot put files back into its control, so it carries a sealed word for each that was taken already: nobody
/// loses pictures to a missing field. Good for half a day; after a day the sweeper may take the bytes.
/// </summary>
internal sealed class KeptFiles(IDataProtectionProvider protection, ActFactory acts)
{
    private static readonly TimeSpan _kept = TimeSpan.FromHours(12);
    private readonly IDataProtector _protector = protection.CreateProtector("files.kept.v1");

    public string Seal(StoredFile file) => _protector.Protect(
        (acts.Now + _kept).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + " " + JsonSerializer.Serialize(file));

    public StoredFile? Open(string? word)
    {
        if (word is not { Length: > 0 and < 2000 })
        {
            return null;
        }
        try
        {
            var said = _protector.Unprotect(word).Split(' ', 2);
            return long.Parse(said[0], CultureInfo.InvariantCulture) > acts.Now.ToUnixTimeSeconds() ? JsonSerializer.Deserialize<StoredFile>(said[1]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
