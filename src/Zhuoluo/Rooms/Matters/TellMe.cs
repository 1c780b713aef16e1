namespace Zhuoluo.Rooms.Matters;

/// <summary>What a requester chose about hearing of the matter. Who gives an e-mail address wants mails; SMS is agreed to by itself.</summary>
/// <param name="BySms">By SMS to the mobile number given.</param>
/// <param name="WithCode">The query code in the first mail.</param>
/// <param name="Language">One of <see cref="Shell.Languages"/>.</param>
internal sealed record TellMe(bool BySms, bool WithCode, string Language);
