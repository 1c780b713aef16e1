namespace Zhuoluo.Start;

/// <summary>What a command returns to the shell.</summary>
internal static class Exit
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Misuse = 2;
    public const int Fault = 3;
}
