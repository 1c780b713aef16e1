using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Zhuoluo.Shell.Charts;

/// <summary>A QR code as one SVG path: sharp at any size, prints, needs no style attribute.</summary>
internal static class QrPicture
{
    public static IHtmlContent Draw(string text, string label)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var start = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }
                if (x > start)
                {
                    path.Append('M').Append(start).Append(' ').Append(y).Append('h').Append(x - start).Append("v1h-").Append(x - start).Append('z');
                }
            }
        }
        return new HtmlString(
            $"""<svg class="qr" viewBox="0 0 {rows.Count} {rows.Count}" role="img" aria-label="{Svg.E(label)}" shape-rendering="crispEdges"><rect width="{rows.Count}" height="{rows.Count}" fill="#fff"/><path d="{path}" fill="#000"/></svg>""");
    }
}
