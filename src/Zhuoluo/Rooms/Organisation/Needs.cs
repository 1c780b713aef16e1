namespace Zhuoluo.Rooms.Organisation;

/// <summary>
/// On a page model or an endpoint: only for those signed in who may do one of these for some unit; without any, for all who are
/// signed in. Whether it is the right unit the handler decides. Every endpoint says this or <see cref="OpenAttribute"/>; a fence looks.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsAttribute(params Capability[] anyOf) : Attribute
{
    public IReadOnlyList<Capability> AnyOf => anyOf;
}

/// <summary>On a page model or an endpoint: for everybody, signed in or not.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OpenAttribute : Attribute;

/// <summary>Beside <see cref="NeedsAttribute"/>: asks for the second factor again when it was last shown more than ten minutes ago.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsFreshAttribute : Attribute;

internal static class EndpointNeeds
{
    public static TBuilder NeedsFresh<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NeedsFreshAttribute());

    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, params Capability[] anyOf)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NeedsAttribute(anyOf));

    public static TBuilder Open<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OpenAttribute());
}
