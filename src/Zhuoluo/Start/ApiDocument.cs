using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell.Api;

namespace Zhuoluo.Start;

/// <summary>
/// The OpenAPI document of /api/v1, made from the endpoints themselves: who may, what may be refused and which headers count follow from
/// what the gate, the guard and the limiter do with each of them. docs/api/openapi.json is a copy that a test compares.
/// </summary>
internal static class ApiDocument
{
    public const string Address = "/api/v1/openapi.json";
    private const string Name = "v1";
    private const string ProblemName = "Problem";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) => Introduce(document));
        options.AddOperationTransformer((operation, context, _) => Complete(operation, context));
    });

    public static void MapApiDocument(this WebApplication app)
    {
        var made = new Lazy<Task<byte[]>>(() => WriteAsync(app.Services));
        app.MapGet(Address, async (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=300";
            return Results.Bytes(await made.Value, "application/json; charset=utf-8");
        }).ExcludeFromDescription().ForAnySite().Open();
    }

    /// <summary>The document as text; the order of everything in it is stable.</summary>
    public static async Task<byte[]> WriteAsync(IServiceProvider services)
    {
        var document = await ReadAsync(services);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        return System.Text.Encoding.UTF8.GetBytes(text.ToString() + "\n");
    }

    public static async Task<OpenApiDocument> ReadAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync();
    }

    private static Task Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Zhuoluo",
            Version = "1",
            Description = "What residents and staff do, for programs. Refusals are problem details (RFC 9457) with a stable code; their meaning stands in docs/api.md.",
        };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["session"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "zhuoluo.session", Description = "The session of a person who signed in at /sign-in." },
            ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A personal or service token with scopes." },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[ProblemName] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "RFC 9457 problem details.",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What is wrong and what to do, in the language of Accept-Language." },
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable: docs/api.md lists all." },
                ["field"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "The field of the request that is meant." },
                ["arguments"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String }, Description = "What the title's numbers and names are." },
            },
        };
        // The order of the routing table is none that a reader could use.
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            paths.Add(path, item);
        }
        document.Paths = paths;
        return Task.CompletedTask;
    }

    private static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var needs = metadata.OfType<NeedsAttribute>().FirstOrDefault();
        var method = context.Description.HttpMethod;
        operation.Parameters ??= [];
        foreach (var asked in metadata.OfType<Asked>())
        {
            foreach (var (name, meaning) in asked.Words.Where(w => !operation.Parameters.Any(p => p.Name == w.Name)))
            {
                operation.Parameters.Add(Parameter(name, meaning, asked.IsHeader ? ParameterLocation.Header : ParameterLocation.Query));
            }
        }
        if (method != HttpMethods.Get)
        {
            operation.Parameters.Add(Parameter(OnceKeys.Header, "Sent again with the same key, the request does nothing again and is answered alike.", ParameterLocation.Header));
        }
        if (needs is not null)
        {
            operation.Description = needs.AnyOf.Count == 0 ? "For everybody who is signed in." : $"Needs one of: {string.Join(", ", needs.AnyOf)}.";
            operation.Security =
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("session", context.Document)] = [] },
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", context.Document)] = [] },
            ];
        }
        operation.Responses ??= [];
        foreach (var status in Refusals(context.Description.RelativePath ?? "", method, needs, metadata.OfType<Refused>()))
        {
            operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse
            {
                Description = Problems.CodeOf(status),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(ProblemName, context.Document) },
                },
            });
        }
        return Task.CompletedTask;
    }

    private static OpenApiParameter Parameter(string name, string meaning, ParameterLocation where) =>
        new() { Name = name, In = where, Description = meaning, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static SortedSet<int> Refusals(string path, string? method, NeedsAttribute? needs, IEnumerable<Refused> more)
    {
        var statuses = new SortedSet<int>(more.SelectMany(m => m.Statuses)) { 400, 429 };
        if (needs is not null)
        {
            statuses.UnionWith([401, 403]);
        }
        if (path.Contains('{', StringComparison.Ordinal))
        {
            statuses.Add(404);
        }
        if (method != HttpMethods.Get)
        {
            statuses.UnionWith([409, 413, 415, 422]);
        }
        return statuses;
    }
}
