using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.Passkeys;

/// <summary>
/// One question to a browser and its answer. What the server must remember of the question travels sealed in the form, is good for
/// five minutes and, on one node, for one answer.
/// </summary>
internal sealed class PasskeyTalk(IDataProtectionProvider protection, ActFactory acts)
{
    private static readonly TimeSpan _lasts = TimeSpan.FromMinutes(5);
    private readonly IDataProtector _protector = protection.CreateProtector("zhuoluo.passkey.v1");
    private readonly ConcurrentDictionary<string, DateTimeOffset> _answered = new(StringComparer.Ordinal);

    /// <summary>Asks for any passkey of this site, or for one of <paramref name="person"/>.</summary>
    public async Task<PasskeyQuestion> AskAsync(HttpContext context, Person? person)
    {
        var asked = await Handler(context).MakeRequestOptionsAsync(person, context);
        return new PasskeyQuestion(asked.RequestOptionsJson, Seal(asked.AssertionState, person?.Id ?? 0));
    }

    public async Task<PasskeyQuestion> OfferAsync(HttpContext context, Person person)
    {
        var asked = await Handler(context).MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = person.Id.ToString(CultureInfo.InvariantCulture), Name = person.LoginName, DisplayName = person.Name }, context);
        return new PasskeyQuestion(asked.CreationOptionsJson, Seal(asked.AttestationState, person.Id));
    }

    /// <summary>Who showed which passkey, or null. With <paramref name="personId"/> only that person's will do.</summary>
    public async Task<(Person Person, UserPasskeyInfo Passkey)?> HearAsync(HttpContext context, PasskeyAnswer answer, long personId)
    {
        if (Open(answer.State, personId) is not { } state || answer.Credential is not { Length: > 0 } credential)
        {
            return null;
        }
        var result = await Handler(context).PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = credential, AssertionState = state });
        return result.Succeeded && result.Passkey.IsUserVerified && (personId == 0 || result.User.Id == personId) ? (result.User, result.Passkey) : null;
    }

    public async Task<UserPasskeyInfo?> TakeAsync(HttpContext context, PasskeyAnswer answer, long personId)
    {
        if (Open(answer.State, personId) is not { } state || answer.Credential is not { Length: > 0 } credential)
        {
            return null;
        }
        var result = await Handler(context).PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = credential, AttestationState = state });
        return result.Succeeded && result.UserEntity.Id == personId.ToString(CultureInfo.InvariantCulture) ? result.Passkey : null;
    }

    private static IPasskeyHandler<Person> Handler(HttpContext context) => context.RequestServices.GetRequiredService<IPasskeyHandler<Person>>();

    private string Seal(string? state, long personId) => _protector.Protect(string.Create(
        CultureInfo.InvariantCulture, $"{(acts.Now + _lasts).ToUnixTimeSeconds()}\n{personId}\n{state}"));

    private string? Open(string? sealedState, long personId)
    {
        try
        {
            var parts = _protector.Unprotect(sealedState ?? "").Split('\n', 3);
            var until = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[0], CultureInfo.InvariantCulture));
            var isOpen = until > acts.Now && parts[1] == personId.ToString(CultureInfo.InvariantCulture);
            return isOpen && IsFirst(sealedState!, until) ? parts[2] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private bool IsFirst(string sealedState, DateTimeOffset until)
    {
        foreach (var old in _answered.Where(a => a.Value < acts.Now).ToList())
        {
            _answered.TryRemove(old);
        }
        return _answered.TryAdd(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(sealedState))), until);
    }
}

/// <param name="Options">JSON for navigator.credentials.</param>
/// <param name="State">Comes back with the answer.</param>
internal sealed record PasskeyQuestion(string Options, string State);

/// <summary>What the form sends back.</summary>
internal sealed class PasskeyAnswer
{
    public string? Credential { get; set; }
    public string? State { get; set; }
    public string? Name { get; set; }
}
