using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Localization;

namespace Zhuoluo.Shell;

/// <summary>The look and the page plumbing. Two lines in the start-up: <c>AddShell</c>, then <c>UseShell</c> after Build.</summary>
internal static class ShellRoom
{
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        var texts = Texts.Load(Path.Combine(AppContext.BaseDirectory, "Shell", "Text"));
        var assets = new Assets(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        var localizer = new TextsLocalizer(texts);
        services.AddSingleton(texts).AddSingleton(assets).AddSingleton<SiteSign>().AddSingleton<Frame>()
            .AddSingleton<IFileVersionProvider>(assets)
            .AddSingleton<IStringLocalizer>(localizer)
            .AddSingleton<IStringLocalizerFactory>(localizer);
        services.AddWebEncoders(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.AddProblemDetails();
        services.AddAntiforgery(o => o.Cookie.Name = "zhuoluo.form");
        services.AddRazorPages(o => o.RootDirectory = "/Rooms")
            .AddViewOptions(o => o.HtmlHelperOptions.ClientValidationEnabled = false)
            .AddDataAnnotationsLocalization(o => o.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Texts)))
            .AddMvcOptions(o =>
            {
                o.Filters.Add(new ReceiptFlash());
                o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                o.ModelMetadataDetailsProviders.Add(new FormMessages());
                FormMessages.Translate(o.ModelBindingMessageProvider, texts);
            });
        services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.Name = "zhuoluo.flash");
        services.Configure<RequestLocalizationOptions>(Speak);
        return services;
    }

    /// <summary>Everything from the first header to the pages; maps the pages of Rooms as its last step.</summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        var assets = app.Services.GetRequiredService<Assets>();
        app.Use(HeadRequests.AnswerLikeGetAsync);
        app.Use(SecurityHeaders.SendAsync);
        app.Use(assets.ServeAsync);
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.Use(Choices.KeepAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = ErrorPages.ShowAsync,
            StatusCodeSelector = ErrorPages.StatusOf,
        });
        app.UseStatusCodePages(context => ErrorPages.ShowAsync(context.HttpContext));
        app.UseRouting();
        if (app.Services.GetService<IAuthenticationSchemeProvider>() is not null)
        {
            app.UseAuthentication();
        }

        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorPages();
        PartsPage.Map(app);
        return app;
    }

    private static void Speak(RequestLocalizationOptions options)
    {
        string[] codes = [.. Languages.All.Select(l => l.Code)];
        options.SetDefaultCulture(Languages.Simplified).AddSupportedCultures(codes).AddSupportedUICultures(codes);
        options.ApplyCurrentCultureToResponseHeaders = true;
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = Choices.LanguageKey, UIQueryStringKey = Choices.LanguageKey },
            new CookieRequestCultureProvider { CookieName = Languages.CookieName },
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }
}
