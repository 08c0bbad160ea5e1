namespace GridDesk.Kernel.Files;

/// <summary>A photo without what the camera and the programs wrote beside it.</summary>
/// <param name="HadLocation">It said where it was taken.</param>
/// <param name="HadOther">It said something else: when, with what, by whom, a smaller picture, another one behind it.</param>
public sealed record CleanPhoto(byte[] Bytes, bool HadLocation, bool HadOther)
{
    /// <summary>What was taken out, for whoever sent it; null when there was nothing.</summary>
    public Phrase? TakenOut => (HadLocation, HadOther) switch
    {
        (true, true) => new("照片裡記的拍攝地點和其他資料（時間、相機等）已經拿掉。", "We took out where the photo was taken, and what else was written in it (time, camera and the like)."),
        (true, false) => new("照片裡記的拍攝地點已經拿掉。", "We took out where the photo was taken."),
        (false, true) => new("照片裡記的資料（時間、相機等）已經拿掉。", "We took out what was written in the photo (time, camera and the like)."),
        _ => null,
    };
}

/// <summary>A photo as it was stored, and what was taken out of it before.</summary>
public sealed record TakenPhoto(Upload Upload, CleanPhoto Photo);

/// <summary>
/// Takes out of a photo all that is not needed to show it: Exif, XMP, IPTC, comments, thumbnails, what follows the end. Only parts that are
/// known to be harmless stay, so a kind of tag that nobody has thought of yet goes too. Colour profile and orientation stay; the picture itself
/// is not touched, byte for byte.
/// </summary>
public static class PhotoTags
{
    /// <exception cref="Refusal">No photo, one that is damaged, or of a kind whose tags we cannot take out.</exception>
    public static CleanPhoto TakeOut(byte[] bytes)
    {
        var clean = Clean(bytes);
        PhotoSize.Of(clean.Bytes); // refuses what shows nothing
        return clean;
    }

    private static CleanPhoto Clean(byte[] bytes) => FileTypes.Of(bytes) switch
    {
        "image/jpeg" => Jpeg.Clean(bytes),
        "image/png" => Png.Clean(bytes),
        "image/webp" => Webp.Clean(bytes),
        "image/heic" or "image/tiff" => throw new Refusal("photo.kind",
            "這種照片裡記的拍攝地點我們拿不掉，不能公開。請改送 JPEG（iPhone：設定 → 相機 → 格式 → 最相容，或另存成 JPEG）。",
            "We cannot take the place out of this kind of photo, so it cannot be published. Please send a JPEG (iPhone: Settings → Camera → Formats → Most Compatible, or save it as JPEG).", "file"),
        _ => throw new Refusal("photo.not", "這個檔案不是照片。請送 JPEG、PNG 或 WebP。", "This file is not a photo. Please send a JPEG, PNG or WebP.", "file"),
    };

    internal static Refusal Damaged => new("photo.damaged", "這張照片的檔案壞了或不完整。請打開它再存一次，或送另一張。", "The file of this photo is damaged or not whole. Please open it and save it again, or send another.", "file");

    internal static Refusal Moving => new("photo.moving", "這是會動的圖，不是照片。請送一張照片。", "This picture moves; it is not a photo. Please send a photo.", "file");
}

/// <summary>How large a photo is shown, in dots, and how.</summary>
/// <param name="Turns">Quarter turns to the right until it stands upright, for programs that do not do it by themselves.</param>
public sealed record PhotoSize(int Width, int Height, int Turns = 0)
{
    /// <exception cref="Refusal">No photo, or one that is damaged.</exception>
    public static PhotoSize Of(byte[] bytes) => FileTypes.Of(bytes) switch
    {
        "image/jpeg" => Jpeg.SizeOf(bytes),
        "image/png" => Png.SizeOf(bytes),
        "image/webp" => Webp.SizeOf(bytes),
        _ => throw PhotoTags.Damaged,
    };

    /// <param name="orientation">As Exif counts; those that also stand before a mirror are turned only.</param>
    internal static PhotoSize Held(int width, int height, int orientation) => orientation switch
    {
        _ when width <= 0 || height <= 0 => throw PhotoTags.Damaged,
        3 or 4 => new(width, height, 2),
        6 or 7 => new(height, width, 1),
        5 or 8 => new(height, width, 3),
        _ => new(width, height),
    };
}
