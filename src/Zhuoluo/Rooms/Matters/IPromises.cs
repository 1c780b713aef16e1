using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>A port for rooms below: what was promised on a list in answer to a matter, and what its requester says of it.</summary>
internal interface IPromises
{
    Task<IReadOnlyList<PromiseTold>> OfAsync(long matterId, CancellationToken cancel);

    /// <summary>Takes the requester's word on a promise that is closed; the last word counts.</summary>
    Task<Outcome<Done>> JudgeAsync(long matterId, string number, bool agrees, Act act, CancellationToken cancel);
}

/// <param name="Number">Of the project.</param>
/// <param name="Name">As on the list.</param>
/// <param name="State">Text key of where it stands.</param>
/// <param name="Tone">How that is shown.</param>
/// <param name="FirstFinish">The day promised first.</param>
/// <param name="Finish">The day promised now.</param>
/// <param name="IsPublic">Whether it has a public page.</param>
/// <param name="IsTold">It is closed and the requester was told.</param>
/// <param name="Agrees">The requester's word.</param>
internal sealed record PromiseTold(string Number, string Name, string State, string Tone, DateOnly FirstFinish, DateOnly Finish, bool IsPublic, bool IsTold, bool? Agrees);
