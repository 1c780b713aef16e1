namespace Zhuoluo.Rooms.Matters.Mailing;

internal static class MailServices
{
    public static void AddMailing(this IServiceCollection services)
    {
        services.AddSingleton(MailOptions.FromEnvironment());
        services.AddSingleton<FillOutbox>().AddSingleton<SendMails>().AddSingleton<ChooseNoticesHandler>().AddHostedService<MailJobs>();
    }
}
