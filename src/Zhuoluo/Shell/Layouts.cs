namespace Zhuoluo.Shell;

/// <summary>The three frames of a page. Staff is the default; others say <c>Layout = Layouts.Citizen</c>.</summary>
internal static class Layouts
{
    public const string Staff = "/Shell/Layouts/_Staff.cshtml";
    public const string Citizen = "/Shell/Layouts/_Citizen.cshtml";
    public const string Print = "/Shell/Layouts/_Print.cshtml";
}
