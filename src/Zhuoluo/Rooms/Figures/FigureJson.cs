using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zhuoluo.Rooms.Figures;

/// <summary>Definitions as text: what is shipped, what an office makes and what is kept with a stated figure read alike.</summary>
internal static class FigureJson
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, _options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, _options)!;

    public static T Read<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, _options)!;
}
