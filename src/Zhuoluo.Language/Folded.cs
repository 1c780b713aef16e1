using System.Globalization;
using System.Text;

namespace Zhuoluo.Language;

/// <summary>A text in the form in which it is searched, and where each of its characters stood in the text as written.</summary>
/// <param name="Form">See <see cref="Fold.ForSearch"/>.</param>
/// <param name="Origin">For each character of the form the index of the one it came from; never falling.</param>
public sealed record Folded(string Form, IReadOnlyList<int> Origin)
{
    public static Folded Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var form = new StringBuilder(text.Length);
        var origin = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (Fold.IsZeroWidth(c))
            {
                continue;
            }
            if (IsPlain(c) || char.IsSurrogate(c))
            {
                Append(c, i);
                continue;
            }
            // Compatibility forms: ㎡ is m2, ① is 1, a compatibility ideograph is the ordinary one.
            foreach (var part in c.ToString().Normalize(NormalizationForm.FormKC))
            {
                Append(part, i);
            }
        }
        while (form.Length > 0 && form[^1] == ' ')
        {
            form.Length--;
            origin.RemoveAt(origin.Count - 1);
        }
        return new Folded(form.ToString(), origin);

        void Append(char raw, int at)
        {
            var c = One(raw);
            if (c != ' ' || (form.Length > 0 && form[^1] != ' '))
            {
                form.Append(c);
                origin.Add(at);
            }
        }
    }

    // What NFKC leaves as it is or what is handled here, so that the usual text is not normalised character by character.
    private static bool IsPlain(char c) => c < '\u00A0' || c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u2010' and <= '\u2033') or (>= '\u3000' and <= '\u3020') or (>= '\uFF01' and <= '\uFF5E')
        // Not characters: normalising them is a fault.
        or (>= '\uFDD0' and <= '\uFDEF') or >= '\uFFF0';

    private static char One(char raw)
    {
        var c = Fold.Width(raw) switch
        {
            '“' or '”' or '„' or '″' or '「' or '」' or '『' or '』' => '"',
            '‘' or '’' or '′' => '\'',
            '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
            var other => SimplifiedTable.Of(char.ToLower(other, CultureInfo.InvariantCulture)),
        };
        return char.IsWhiteSpace(c) ? ' ' : c;
    }
}
