using Microsoft.Extensions.Localization;

namespace Zhuoluo.Shell;

/// <summary>Gives <see cref="Texts"/> to the framework, so that labels and messages in annotations are keys too.</summary>
internal sealed class TextsLocalizer(Texts texts) : IStringLocalizer, IStringLocalizerFactory
{
    public LocalizedString this[string name] => new(name, texts[name], !texts.Has(name));

    public LocalizedString this[string name, params object[] arguments] => new(name, texts[name, arguments], !texts.Has(name));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        texts.KeysOf(Languages.Current).Select(key => this[key]);

    public IStringLocalizer Create(Type resourceSource) => this;

    public IStringLocalizer Create(string baseName, string location) => this;
}
