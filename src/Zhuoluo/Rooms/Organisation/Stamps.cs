using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>Security stamps: 130 bits of chance, so that a session of before a change is never taken for one of after.</summary>
internal static class Stamps
{
    public const int Length = 26;
}

internal sealed record BadLoginName(string FieldName) : Refusal("bad-login-name")
{
    public override string? Field => FieldName;
}

internal sealed record WeakPassword(string FieldName) : Refusal("weak-password")
{
    public override string? Field => FieldName;
    public override IReadOnlyList<object> Arguments => [Passwords.ShortestLength];
}
