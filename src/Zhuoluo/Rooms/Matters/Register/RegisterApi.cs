using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Matters.Notice;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Rooms.Matters.Register;

/// <summary>POST /api/v1/matters: somebody hands a matter in. The header Idempotency-Key makes a repeated request count once.</summary>
internal static class RegisterApi
{
    public static void MapRegisterApi(this WebApplication app) => app.MapPost("/api/v1/matters", RegisterAsync).Open()
        .Tells("registerMatter", "Residents", "Hand a matter in; the answer is the receipt, which is told once").Gives<Registered>(StatusCodes.Status201Created);

    private static async Task<IResult> RegisterAsync(NewMatter body, HttpContext context, RegisterMatterHandler handler, FileWords words, CancellationToken cancel)
    {
        if (!Enum.TryParse<MatterKind>(body.Kind, ignoreCase: true, out var kind) || int.TryParse(body.Kind, out _))
        {
            return new UnknownChoice(nameof(body.Kind)).Problem(context);
        }
        if (body.NoticeVersion is not null && !PrivacyNotice.HasBeen(body.NoticeVersion))
        {
            return new UnknownChoice(nameof(body.NoticeVersion)).Problem(context);
        }
        if ((await words.OpenAsync(body.Files, cancel)).IsRefused(out var gone, out var files))
        {
            return gone.Problem(context);
        }
        using var held = files;
        var command = new RegisterMatter(kind, Channel.Api, body.Text ?? "", body.Place ?? "")
        {
            PlaceText = body.PlaceText,
            Contact = new Contact(body.Name, body.Phone, body.Address) { Email = body.Email },
            Tell = new TellMe(body.Sms, body.CodeByMail, Shell.Languages.Current),
            IsConfidential = body.Confidential,
            NoticeVersion = body.NoticeVersion,
            Files = held.Files,
            OnceKey = context.OnceKey(),
        };
        // Whoever sends it, a signed-in clerk too, speaks here as a requester.
        var outcome = await handler.HandleAsync(command, context.Act() with { Who = Actor.Public }, cancel);
        return outcome.Match(
            receipt => Results.Created(
                $"/api/v1/matters/{receipt.Number}",
                new Registered(receipt.Number, receipt.Code, receipt.RegisteredAt, receipt.DueAt, $"/api/v1/matters/{receipt.Number}")),
            refusal => refusal.Problem(context));
    }
}

/// <summary>The body of the request, in the words of the public API.</summary>
/// <param name="Kind">consultation, help, complaint, report, suggestion, wish or enterprise.</param>
/// <param name="Text">What it is about, up to 4000 characters.</param>
/// <param name="Place">Code of the village, town or county.</param>
internal sealed record NewMatter(string? Kind, string? Text, string? Place)
{
    public string? PlaceText { get; init; }
    public string? Name { get; init; }
    public string? Phone { get; init; }
    public string? Address { get; init; }

    /// <summary>Mails say that something happened to the matter, never what is in it.</summary>
    public string? Email { get; init; }

    /// <summary>Agreed to the same by SMS to the mobile number in phone.</summary>
    public bool Sms { get; init; }

    /// <summary>The code of the receipt in the first mail; never of a confidential matter.</summary>
    public bool CodeByMail { get; init; }
    public bool Confidential { get; init; }

    /// <summary>Words of POST /api/v1/files.</summary>
    public IReadOnlyList<string>? Files { get; init; }

    /// <summary>The version of the notice at /privacy that the requester was shown; left out when none was.</summary>
    public int? NoticeVersion { get; init; }
}

/// <param name="Number">What people quote.</param>
/// <param name="Code">The secret of the requester, sent along as X-Receipt-Code.</param>
/// <param name="RegisteredAt">When.</param>
/// <param name="DueAt">When the first limit ends.</param>
/// <param name="Track">Where to ask how it stands.</param>
internal sealed record Registered(string Number, string Code, DateTimeOffset RegisteredAt, DateTimeOffset? DueAt, string Track);
