using System.CommandLine;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.Account;
using Zhuoluo.Rooms.Organisation.ChangePerson;
using Zhuoluo.Rooms.Organisation.Commands;
using Zhuoluo.Rooms.Organisation.EndTerm;
using Zhuoluo.Rooms.Organisation.External;
using Zhuoluo.Rooms.Organisation.FirstRun;
using Zhuoluo.Rooms.Organisation.Lists;
using Zhuoluo.Rooms.Organisation.SavePlace;
using Zhuoluo.Rooms.Organisation.SaveSeat;
using Zhuoluo.Rooms.Organisation.SaveUnit;
using Zhuoluo.Rooms.Organisation.SecondFactor;
using Zhuoluo.Rooms.Organisation.SignIn;
using Zhuoluo.Rooms.Organisation.SignInRules;
using Zhuoluo.Rooms.Organisation.Tokens;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>Who is who: places, units, people, terms of office, roles, sign-in.</summary>
internal static class OrganisationRoom
{
    public static void AddOrganisation(this IServiceCollection services)
    {
        services.AddSingleton<Offices>();
        services.AddSingleton<Staff>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<OrganisationWriter>();
        services.AddSingleton<FirstRunCodes>();
        services.AddSingleton<SetUpCountyHandler>();
        services.AddSingleton<AddPersonHandler>();
        services.AddSingleton<GiveRoleHandler>();
        services.AddSingleton<ImportPlacesHandler>();
        services.AddSingleton<ImportUnitsHandler>();
        services.AddSingleton<ImportPeopleHandler>();
        services.AddSingleton<SavePlaceHandler>();
        services.AddSingleton<SaveUnitHandler>();
        services.AddSingleton<SaveSeatHandler>();
        services.AddSingleton<ChangePersonHandler>();
        services.AddSingleton<ResetPasswordHandler>();
        services.AddSingleton<HandOverList>();
        services.AddSingleton<EndTermHandler>();
        services.AddSingleton<MakeFirstAdministratorHandler>();
        services.AddSingleton<SignInHandler>();
        services.AddSingleton<ChangePasswordHandler>();
        services.AddTokens();
        services.AddSingleton<SessionBook>().AddSingleton<SessionKeeper>().AddFactors();
        services.AddSingleton<ChangeRulesHandler>();
        services.AddHostedService<OfficesWatch>();
    }

    /// <summary>Sessions, for the server only: commands have an operator instead.</summary>
    public static void AddSignIn(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddSessions(options);
        services.AddSingleton(new MenuItem("org.menu", "/organisation", "building-community", user => user.May(Capability.SeeOrganisation), MenuGroup.Setup));
    }

    /// <summary>After the shell, which routes and authenticates; before anything answers.</summary>
    public static void UseOrganisation(this WebApplication app)
    {
        app.Use(FirstRunGate.WatchAsync);
        app.Use(Gate.WatchAsync);
        PublicLists.Map(app);
        MeApi.Map(app);
        ExternalDoor.Map(app);
        app.MapGet("/organisation", () => Results.LocalRedirect("/organisation/units")).Needs(Capability.SeeOrganisation);
    }

    public static Command People() => PersonCommand.Create();

    public static Command Units() => UnitCommand.Create();

    /// <summary>The code to print at start while there is nobody on the staff, else null.</summary>
    public static Task<string?> FirstRunCodeAsync(IServiceProvider services, CancellationToken cancel) =>
        services.GetRequiredService<FirstRunCodes>().MakeAsync(
            services.GetRequiredService<ActFactory>().New(Actor.Operator("serve"), Door.Command), cancel);
}
