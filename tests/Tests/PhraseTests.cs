using System.Globalization;

namespace GridDesk.Tests;

public sealed class PhraseTests
{
    [Fact]
    public void A_phrase_speaks_the_language_of_the_request()
    {
        var save = new Phrase("儲存", "Save");

        CultureInfo.CurrentUICulture = new CultureInfo("zh-TW");
        save.ToString().ShouldBe("儲存");

        CultureInfo.CurrentUICulture = new CultureInfo("en");
        save.ToString().ShouldBe("Save");
    }
}
