using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.External;
using Zhuoluo.Rooms.Organisation.Passkeys;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation.SecondFactor;

/// <summary>One's own second factors. Whoever has one shows it again before changing them.</summary>
[Needs, NeedsFresh]
internal sealed class SecondFactorPage(
    EnrolHandler enrol, RemoveFactorHandler remove, PasskeyHandlers passkeys, PasskeyTalk talk, ExternalHandlers identities, ExternalOptions external,
    SessionKeeper keeper, ZhuoluoContext db, Vault vault, SiteSign sign, Texts texts) : PageModel
{
    private const string Home = "/account/second-factor";

    [BindProperty]
    public CodeForm Form { get; set; } = new();

    [BindProperty]
    public PasskeyAnswer Passkey { get; set; } = new();

    public Person Person { get; private set; } = null!;
    public ExternalOptions External => external;
    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];
    public IReadOnlyList<ExternalIdentity> Identities { get; private set; } = [];
    public Authenticator? Held { get; private set; }
    public string? Secret { get; private set; }
    public string? Address { get; private set; }
    public int CodesLeft { get; private set; }
    public IReadOnlyList<string>? Codes { get; private set; }

    private long Me => HttpContext.Actor().PersonId!.Value;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        Held = await db.Set<Authenticator>().SingleOrDefaultAsync(a => a.PersonId == Me, cancel);
        CodesLeft = await db.Set<RecoveryCode>().CountAsync(c => c.PersonId == Me && c.UsedAt == null, cancel);
        Person = await db.Set<Person>().SingleAsync(p => p.Id == Me, cancel);
        Passkeys = await db.Set<Passkey>().Where(k => k.PersonId == Me).OrderBy(k => k.Id).ToListAsync(cancel);
        Identities = external.IsOn ? await db.Set<ExternalIdentity>().Where(i => i.PersonId == Me).ToListAsync(cancel) : [];
        if (Held is { ConfirmedAt: null })
        {
            var secret = await Factors.OpenAsync(db, vault, Held, cancel);
            Secret = string.Join(' ', Totp.Base32(secret).Chunk(4).Select(c => new string(c)));
            Address = Totp.Address(secret, sign.Name.Length > 0 ? sign.Name : texts["brand.name"], Person.LoginName);
        }
    }

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken cancel) => await AfterAsync(await enrol.BeginAsync(Me, HttpContext.Act(), cancel), cancel);

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel)
    {
        if ((await enrol.ConfirmAsync(Me, Form.Code ?? "", HttpContext.Act(), cancel)).IsRefused(out var refusal, out var codes))
        {
            await OnGetAsync(cancel);
            return this.Refuse(refusal);
        }
        await RotateAsync(SignInWay.PasswordAndCode, cancel);
        return await ShowAsync(codes, cancel);
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancel)
    {
        if (await talk.TakeAsync(HttpContext, Passkey, Me) is not { } made)
        {
            await OnGetAsync(cancel);
            return this.Refuse(new PasskeyRefused());
        }
        var name = Choosing.Blank(Passkey.Name) is { } typed ? typed[..Math.Min(typed.Length, SecondFactor.Passkey.LongestName)] : Device.Words(Request.Headers.UserAgent);
        if ((await passkeys.AddAsync(Me, name, made, HttpContext.Act(), cancel)).IsRefused(out var refusal, out _))
        {
            await OnGetAsync(cancel);
            return this.Refuse(refusal);
        }
        await RotateAsync(SignInWay.Passkey, cancel);
        TempData.Say(texts["passkey.added"]);
        return LocalRedirect(Home);
    }

    public async Task<IActionResult> OnPostDisconnectAsync(long identity, CancellationToken cancel) =>
        await AfterAsync(await identities.DisconnectAsync(identity, HttpContext.Act(), cancel), cancel);

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken cancel) =>
        (await enrol.RenewCodesAsync(Me, HttpContext.Act(), cancel)).IsRefused(out var refusal, out var codes) ? this.Refuse(refusal) : await ShowAsync(codes, cancel);

    public async Task<IActionResult> OnPostRemoveAsync(long? passkey, CancellationToken cancel) =>
        await AfterAsync(await remove.HandleAsync(new RemoveFactor(Me, passkey), HttpContext.Act(), cancel), cancel);

    // More may be done from now on than before: a new session, and the others, which never showed the factor, end.
    private async Task RotateAsync(SignInWay way, CancellationToken cancel)
    {
        var stamp = await db.Set<Person>().Where(p => p.Id == Me).Select(p => p.SecurityStamp).SingleAsync(cancel);
        var session = await Sessions.BeginAsync(HttpContext, new Session(Me, stamp), way);
        await keeper.EndAllAsync(Me, but: session, HttpContext.Act(), cancel);
    }

    private async Task<IActionResult> AfterAsync(Outcome<Done> outcome, CancellationToken cancel)
    {
        if (outcome.IsRefused(out var refusal, out _))
        {
            await OnGetAsync(cancel);
            return this.Refuse(refusal);
        }
        return LocalRedirect(Home);
    }

    // Codes are in this answer only; a redirect would have to carry them somewhere.
    private async Task<IActionResult> ShowAsync(IReadOnlyList<string> codes, CancellationToken cancel)
    {
        ModelState.Clear();
        Form = new CodeForm();
        await OnGetAsync(cancel);
        Codes = codes;
        return Page();
    }

    internal sealed class CodeForm
    {
        [Display(Name = "factor.code"), StringLength(20)]
        public string? Code { get; set; }
    }
}
