namespace Zhuoluo.Rooms.Organisation;

/// <summary>Who is who: places, units, people, terms of office, roles, sign-in.</summary>
internal static class OrganisationRoom
{
    public static void AddOrganisation(this IServiceCollection services)
    {
        services.AddSingleton<Offices>();
        services.AddSingleton<Staff>();
        services.AddHostedService<OfficesWatch>();
    }
}
