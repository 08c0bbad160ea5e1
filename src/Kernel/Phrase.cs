using System.Globalization;

namespace GridDesk.Kernel;

/// <summary>
/// A text in both of the office's languages. <see cref="ToString"/> gives the one of the current request
/// (<see cref="CultureInfo.CurrentUICulture"/>), so a page writes <c>@phrase</c> and nothing else.
/// </summary>
/// <param name="Zh">Traditional Chinese as used in Taiwan.</param>
/// <param name="En">Plain British English with the same numbers, dates and links.</param>
public sealed record Phrase(string Zh, string En)
{
    /// <summary>The same text in both languages: a name, a number, a code.</summary>
    public static Phrase Same(string text) => new(text, text);

    public string In(Language language) => language is Language.English ? En : Zh;

    public override string ToString() => In(Languages.Current);
}

public enum Language { Chinese, English }

public static class Languages
{
    /// <summary>The language of the current request.</summary>
    public static Language Current =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? Language.English : Language.Chinese;

    extension(Language language)
    {
        /// <summary>The BCP 47 tag: <c>zh-TW</c> or <c>en</c>.</summary>
        public string Tag => language is Language.English ? "en" : "zh-TW";

        /// <summary>What <paramref name="make"/> gives when it speaks this language, whatever the request speaks.</summary>
        public T Speaking<T>(Func<T> make)
        {
            var spoken = CultureInfo.CurrentUICulture;
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.Tag);
            try
            {
                return make();
            }
            finally
            {
                CultureInfo.CurrentUICulture = spoken;
            }
        }
    }

    /// <summary>Chooses between two words by the language of the current request: <c>Say("儲存", "Save")</c>.</summary>
    public static string Say(string zh, string en) => Current is Language.English ? en : zh;
}
