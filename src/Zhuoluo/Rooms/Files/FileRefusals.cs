using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Files;

/// <summary>A file that is not taken; the others of the form are not lost.</summary>
internal abstract record FileRefusal(string Code) : Refusal(Code)
{
    public override string? Field => "Photos";
}

internal sealed record TooManyFiles(int Most) : FileRefusal("too-many-files")
{
    public override IReadOnlyList<object> Arguments => [Most];
}

internal sealed record FileTooHeavy(int MostMegabytes) : FileRefusal("file-too-heavy")
{
    public override IReadOnlyList<object> Arguments => [MostMegabytes];
}

/// <summary>Neither JPEG, PNG, WebP nor PDF, whatever its name says.</summary>
internal sealed record FileKindNotTaken() : FileRefusal("file-kind-not-taken");

/// <summary>The format of some telephones, which most browsers cannot show.</summary>
internal sealed record HeicNotTaken() : FileRefusal("heic-not-taken");

internal sealed record FileDamaged() : FileRefusal("file-damaged");

internal sealed record PictureTooLarge(int MostMegapixels) : FileRefusal("picture-too-large")
{
    public override IReadOnlyList<object> Arguments => [MostMegapixels];
}

/// <summary>Animated pictures hide what comes later from whoever checks them.</summary>
internal sealed record PictureMoves() : FileRefusal("picture-moves");

/// <summary>A PDF with a password, a program or another file inside.</summary>
internal sealed record PdfNotPlain() : FileRefusal("pdf-not-plain");

/// <summary>The checking program found something.</summary>
internal sealed record FileHarmful() : FileRefusal("file-harmful");

/// <summary>The checking program did not answer; nothing goes past it unchecked.</summary>
internal sealed record FileNotChecked() : FileRefusal("file-not-checked");

/// <summary>The store elsewhere did not answer, or not with yes.</summary>
internal sealed record FileNotKept() : FileRefusal("file-not-kept");

/// <summary>Waited too long in a form that was shown again.</summary>
internal sealed record FileGone() : FileRefusal("file-gone");
