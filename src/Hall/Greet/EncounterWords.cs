namespace GridDesk.Hall.Greet;

internal static class EncounterWords
{
    public static Phrase Name(this EncounterPlace place) => place is EncounterPlace.Entrance ? new("門口招呼", "At the entrance") : new("大廳走動", "Walking about the hall");

    public static Phrase Name(this PapersFound papers) => papers switch
    {
        PapersFound.Complete => new("看過，齊了", "Looked: complete"),
        PapersFound.Missing => new("看過，缺文件", "Looked: something is missing"),
        _ => new("沒有看", "Not looked at"),
    };

    public static Phrase Name(this EncounterHelp help) => help switch
    {
        EncounterHelp.ToldProcedure => new("說明怎麼辦", "Told how it goes"),
        EncounterHelp.ShownCounter => new("帶到櫃檯", "Shown to the counter"),
        EncounterHelp.FilledForm => new("幫忙填表", "Helped with the form"),
        _ => new("當場辦好", "Done on the spot"),
    };

    public static Phrase Name(this OwnWish wish) => wish switch
    {
        OwnWish.Met => new("有，做到了", "Yes, and met"),
        OwnWish.PassedOn => new("有，轉給同仁", "Yes, passed on"),
        _ => new("沒有", "None"),
    };
}
