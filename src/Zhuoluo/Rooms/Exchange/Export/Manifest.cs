using System.Text.Json;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>What an export holds; written last, so that a folder with one is whole.</summary>
internal sealed record Manifest(int Version, ExportContent Content, ExportFormat Format, DateTimeOffset MadeAt, string Migration)
{
    public const string FileName = "manifest.json";
    public const string PackName = "files.sealed";
    public const int Newest = 1;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public required IReadOnlyList<ManifestTable> Tables { get; init; }

    /// <summary>Only of a move.</summary>
    public ManifestKey? Key { get; init; }

    /// <summary>How many photos and documents lie in <see cref="PackName"/>; null where there is none.</summary>
    public int? Files { get; init; }

    public long Rows => Tables.Sum(t => t.Rows);

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, _json);

    /// <summary>Null for what is none.</summary>
    public static Manifest? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<Manifest>(bytes, _json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Name">The table.</param>
/// <param name="File">Where it is.</param>
/// <param name="Rows">How many it has.</param>
internal sealed record ManifestTable(string Name, string File, long Rows);

/// <summary>
/// The key of the files under a passphrase (PBKDF2, SHA-256), and under the key of the files the house's master key and the keys with which its
/// ledger is signed (null in an export of an older version).
/// </summary>
internal sealed record ManifestKey(byte[] Salt, int Iterations, byte[] Wrapped, byte[] Master, byte[]? Ledger = null);
