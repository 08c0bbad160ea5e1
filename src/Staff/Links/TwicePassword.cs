namespace GridDesk.Staff.Links;

/// <summary>A new password is typed twice, for nobody sees what was typed.</summary>
internal abstract class TwicePassword
{
    public string NewPassword { get; set; } = "";

    public string NewPasswordAgain { get; set; } = "";

    public void RequireSame()
    {
        if (NewPassword != NewPasswordAgain)
        {
            throw new Refusal("password.differs", "兩次填的密碼不一樣，請再填一次。", "The two passwords differ; please type them again.", "newPasswordAgain");
        }
    }
}
