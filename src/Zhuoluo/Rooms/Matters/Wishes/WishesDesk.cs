using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Wishes;

/// <summary>Services and menu line of the wishes.</summary>
internal static class WishesDesk
{
    public static void AddWishes(this IServiceCollection services)
    {
        services.AddSingleton<RaiseWishHandler>().AddSingleton<DoWishHandler>().AddSingleton<WishDoor>().AddScoped<WishQuery>();
        services.AddSingleton<ReleaseClaims>().AddHostedService<ReleaseJob>();
        services.AddSingleton(new MenuItem("wish.menu", "/wishes/desk", "star", user => user.May(Capability.SeeWishes)));
    }
}
