using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Tests;

/// <summary>The vectors of ledger.md section 4, which the reference implementation in Go gives too.</summary>
internal static class Vectors
{
    public const string Origin = "ledger.example/log1";
    public const string Vkey = "ledger.example/log1+48adbd64+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";
    public const string Skey = "PRIVATE+KEY+ledger.example/log1+48adbd64+AZ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";
    public const string WitnessVkey = "witness.example/w1+eb762cc2+BNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea";
    public const string Text = "ledger.example/log1\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n";
    public const string Line = "— ledger.example/log1 SK29ZNLsrBtLCtPP6h0BrnwfwP8QDiLE8g0B1Nez9rENnLCTkNbAxB70sHV/YDuErlWCCKPHH5oclHnNzoDNFqzgiwU=";
    public const string WitnessLine = "— witness.example/w1 63YswgAAAABqsTuA6a+UDtHCQ5w+4/q8nEOoFBaHJgfy8dWlolb4kFegGDmfb/bufboCmqbZdv3hsgNiF4S/L59RhXLJyvy7ZdSYDw==";
    public static readonly DateTimeOffset WitnessedAt = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    // The seed of RFC 8032 section 7.1, test 1.
    public const string Seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    /// <summary>The eight leaves that every implementation of RFC 6962 is tried with.</summary>
    public static readonly byte[][] Leaves =
        [.. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" }.Select(Convert.FromHexString)];

    public static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    public static TreeHash Hash(string hex) => new(Convert.FromHexString(hex));

    public static SignerKey Signer() => SignerKey.Parse(Skey);

    public static TrustPolicy Policy() => new(new LogKey(VerifierKey.Parse(Vkey)));
}
