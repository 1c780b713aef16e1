using Microsoft.AspNetCore.HttpOverrides;

namespace Zhuoluo.Shell.Api;

/// <summary>Takes the client's address from X-Forwarded-For, from the proxies named and from nobody else.</summary>
internal static class Proxies
{
    public static void Trust(WebApplication app, Budgets budgets)
    {
        if (budgets.Proxies.Count == 0)
        {
            return;
        }
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 4 };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var network in budgets.Proxies)
        {
            options.KnownIPNetworks.Add(network);
        }
        app.UseForwardedHeaders(options);
    }
}
