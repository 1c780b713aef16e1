namespace Zhuoluo.Rooms.Files.Storing;

/// <summary>A store that speaks S3, such as MinIO, Ceph or a cloud of the province; off without an address.</summary>
/// <param name="Address">Of the service, without the bucket: https://s3.example.cn.</param>
/// <param name="Bucket">Exists already; nothing else lies under <paramref name="Prefix"/>.</param>
/// <param name="Region">As the service signs; many take any.</param>
/// <param name="Prefix">Begins every key, such as "zhuoluo/"; empty for none.</param>
/// <param name="KeyId">Name of the key.</param>
/// <param name="Secret">The key itself.</param>
internal sealed record S3Options(string Address, string Bucket, string Region, string Prefix, string KeyId, string Secret)
{
    private const string UsualRegion = "us-east-1";

    public bool IsOn => Address.Length > 0;

    /// <exception cref="InvalidOperationException">An address without a bucket or keys: files must not go elsewhere than was meant.</exception>
    public static S3Options FromEnvironment() => Read(Environment.GetEnvironmentVariable);

    /// <inheritdoc cref="FromEnvironment"/>
    public static S3Options Read(Func<string, string?> setting)
    {
        string Read(string name) => setting(name)?.Trim() ?? "";
        var (id, secret) = (Read("ZHUOLUO_S3_KEY"), Read("ZHUOLUO_S3_SECRET"));
        if (Read("ZHUOLUO_S3_KEYS") is { Length: > 0 } file)
        {
            var lines = File.ReadAllLines(file);
            (id, secret) = lines.Length >= 2 ? (lines[0].Trim(), lines[1].Trim()) : ("", "");
        }
        var prefix = Read("ZHUOLUO_S3_PREFIX").Trim('/');
        var options = new S3Options(Read("ZHUOLUO_S3").TrimEnd('/'), Read("ZHUOLUO_S3_BUCKET"), Read("ZHUOLUO_S3_REGION") is { Length: > 0 } region ? region : UsualRegion,
            prefix.Length > 0 ? prefix + "/" : "", id, secret);
        return options is { IsOn: true } and ({ Bucket.Length: 0 } or { KeyId.Length: 0 } or { Secret.Length: 0 })
            ? throw new InvalidOperationException("ZHUOLUO_S3 needs ZHUOLUO_S3_BUCKET, and ZHUOLUO_S3_KEY and ZHUOLUO_S3_SECRET or a file of two lines in ZHUOLUO_S3_KEYS.")
            : options;
    }

    /// <summary>What is printed somewhere shows no key.</summary>
    public override string ToString() => $"{Address}/{Bucket}/{Prefix}";
}
