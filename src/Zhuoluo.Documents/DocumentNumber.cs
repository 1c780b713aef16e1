using System.Globalization;

namespace Zhuoluo.Documents;

/// <summary>发文字号: the body's code, the year in 〔〕, the serial number without 第 and without leading zero (GB/T 9704 7.2.5).</summary>
public sealed record DocumentNumber(string Code, int Year, int Serial)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code}〔{Year}〕{Serial}号");
}
