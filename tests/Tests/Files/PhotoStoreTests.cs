using System.Security.Cryptography;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Files;
using GridDesk.Tests.Infrastructure;
using static GridDesk.Tests.Files.SamplePhotos;

namespace GridDesk.Tests.Files;

[Trait("store", "both")]
public sealed class PhotoStoreTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_photo_that_may_be_published_is_stored_without_its_tags_and_as_it_was_sent_nowhere()
    {
        var sent = Jpeg(ExifSegment(Tags(orientation: 1, place: true)), Profile);

        var taken = await TakeAsync(sent);

        taken.Photo.HadLocation.ShouldBeTrue();
        taken.Upload.Name.ShouldBe("門口.jpg");
        taken.Upload.Type.ShouldBe("image/jpeg");
        (await office.WithAsync<FileStore, byte[]>(files => files.ReadAsync(taken.Upload.Hash))).ShouldBe(Jpeg(Profile));
        var asSent = Convert.ToHexStringLower(SHA256.HashData(sent));
        (await office.WithAsync<OfficeDb, bool>(db => db.Set<StoredFile>().AnyAsync(f => f.Hash == asSent))).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_behind()
    {
        (await CodeOf([])).ShouldBe("upload.empty");
        (await CodeOf(new byte[50 * 1024 * 1024])).ShouldBe("upload.too-large");
        (await CodeOf([.. "%PDF-1.7 a letter"u8])).ShouldBe("photo.not");
        (await CodeOf(Jpeg()[..^2])).ShouldBe("photo.damaged");
        (await office.WithAsync<OfficeDb, bool>(db => db.Set<Upload>().AnyAsync(u => u.Name == "壞.jpg"))).ShouldBeFalse();
    }

    private Task<TakenPhoto> TakeAsync(byte[] bytes, string name = "門口.jpg") =>
        office.WithAsync<FileStore, TakenPhoto>(files => files.TakePhotoAsync(name, bytes, null, office.Clock.GetCurrentInstant()));

    private async Task<string> CodeOf(byte[] bytes) => (await Should.ThrowAsync<Refusal>(() => TakeAsync(bytes, "壞.jpg"))).Code;
}
