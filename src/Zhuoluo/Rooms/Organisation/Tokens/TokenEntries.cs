using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.Tokens;

/// <summary><paramref name="Scopes"/>: bits by the numbers of TokenScope.</summary>
internal sealed record TokenMadeV1(Code Office, bool ForProgram, long Scopes, DateOnly ExpiresOn) : IEntry
{
    public static string Kind => "token.made";
    public static int Version => 1;
}

internal sealed record TokenRevokedV1(Code Office, bool ForProgram) : IEntry
{
    public static string Kind => "token.revoked";
    public static int Version => 1;
}
