using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Replies;

internal static class RepliesSlice
{
    public static void AddReplies(this IServiceCollection services)
    {
        services.AddSingleton<KeepTemplateHandler>().AddScoped<TemplateChoice>().AddScoped<ReuseQuery>();
        services.AddSingleton(new MenuItem("reply.templates.title", "/templates", "file-text", user => user.May(Capability.ManageTemplates), MenuGroup.Setup));
        services.AddSingleton(new MenuItem("reply.reuse.title", "/templates/reuse", "copy", user => user.May(Capability.SeeReuse) && !user.May(Capability.ManageTemplates), MenuGroup.Look));
    }
}
