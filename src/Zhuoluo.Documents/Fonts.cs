namespace Zhuoluo.Documents;

/// <summary>Fonts are named, never embedded: each has a licence of its own, and a reader without them sees substitutes (rules E1.2).</summary>
public static class Fonts
{
    public const string Title = "方正小标宋简体";
    public const string Body = "仿宋_GB2312";
    public const string Second = "楷体_GB2312";
    public const string Head = "黑体";
    public const string PageNumber = "宋体";
    public const string Latin = "Times New Roman";

    public static IReadOnlyList<string> All { get; } = [Title, Body, Second, Head, PageNumber, Latin];
}
