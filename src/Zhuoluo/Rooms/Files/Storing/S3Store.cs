using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Zhuoluo.Rooms.Files.Storing;

/// <summary>
/// Files in a bucket, under the same paths as in the folder. A put is signed over the digest of its bytes, so that the service keeps
/// exactly these; what comes back is hashed again, because its disks are not ours.
/// </summary>
internal sealed class S3Store(S3Options options) : IFileStore, IDisposable
{
    private const int Retries = 2;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly AmazonS3Client _client = new(new BasicAWSCredentials(options.KeyId, options.Secret), new AmazonS3Config
    {
        ServiceURL = options.Address,
        AuthenticationRegion = options.Region,
        ForcePathStyle = true,
        MaxErrorRetry = Retries,
        Timeout = _patience,
    });

    public async Task PutAsync(string digest, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var request = new PutObjectRequest { BucketName = options.Bucket, Key = KeyOf(digest), UseChunkEncoding = false, DisableDefaultChecksumValidation = true };
        await using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        request.InputStream = stream;
        await AskAsync(() => _client.PutObjectAsync(request, cancel), cancel);
    }

    public async Task<Stream?> OpenAsync(string digest, CancellationToken cancel)
    {
        var request = new GetObjectRequest { BucketName = options.Bucket, Key = KeyOf(digest) };
        var bytes = await AskAsync(async () =>
        {
            using var answer = await _client.GetObjectAsync(request, cancel);
            using var read = new MemoryStream();
            await answer.ResponseStream.CopyToAsync(read, cancel);
            return read.ToArray();
        }, cancel);
        if (bytes is null)
        {
            return null;
        }
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == digest ? new MemoryStream(bytes, writable: false) : throw new FileStoreAway("bytes that are not those of the digest");
    }

    public async Task<bool> HasAsync(string digest, CancellationToken cancel) =>
        await AskAsync(() => _client.GetObjectMetadataAsync(options.Bucket, KeyOf(digest), cancel), cancel) is not null;

    public async Task DeleteAsync(string digest, CancellationToken cancel) =>
        await AskAsync(() => _client.DeleteObjectAsync(options.Bucket, KeyOf(digest), cancel), cancel);

    public async IAsyncEnumerable<KeptFile> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var request = new ListObjectsV2Request { BucketName = options.Bucket, Prefix = options.Prefix };
        do
        {
            var page = await AskAsync(() => _client.ListObjectsV2Async(request, cancel), cancel) ?? throw new FileStoreAway("no such bucket");
            foreach (var found in page.S3Objects)
            {
                var digest = found.Key[(found.Key.LastIndexOf('/') + 1)..];
                if (FileDigest.IsOne(digest) && found.Key == KeyOf(digest))
                {
                    yield return new KeptFile(digest, new DateTimeOffset(found.LastModified.ToUniversalTime(), TimeSpan.Zero));
                }
            }
            request.ContinuationToken = page.IsTruncated ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }

    public void Dispose() => _client.Dispose();

    private string KeyOf(string digest) => options.Prefix + FileDigest.PathOf(digest);

    /// <summary>Null when there is no such thing. The text of a fault may repeat the name of the key, so only its code goes on.</summary>
    private static async Task<T?> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancel)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (AmazonServiceException fault) when (fault.StatusCode == HttpStatusCode.NotFound && fault.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
        catch (AmazonServiceException fault)
        {
            throw new FileStoreAway($"{(int)fault.StatusCode} {fault.ErrorCode}".Trim());
        }
        catch (Exception fault) when (fault is AmazonClientException or HttpRequestException or IOException || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new FileStoreAway(fault.GetType().Name);
        }
    }
}
