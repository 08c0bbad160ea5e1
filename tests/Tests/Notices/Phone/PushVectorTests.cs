using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GridDesk.Notices.Phone;

namespace GridDesk.Tests.Notices.Phone;

/// <summary>Encryption and signature by the standards' own examples, and which addresses the program never calls.</summary>
public sealed class PushVectorTests
{
    /// <summary>RFC 8291, section 5 and appendix A.</summary>
    [Fact]
    public void The_example_of_the_standard_comes_out_to_the_byte()
    {
        var own = Point.Read(Bytes("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"));
        own.D = Bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
        using var sender = ECDiffieHellman.Create(own);
        var body = PushEncryption.Encrypt(Encoding.UTF8.GetBytes("When I grow up, I want to be a watermelon"),
            Bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"), Bytes("BTBZMqHH6r4Tts7J_aSIgg"), sender, Bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        Base64Url.EncodeToString(body).ShouldBe(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    [Fact]
    public void Whatever_is_written_is_read_by_its_browser_and_by_no_other() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var service = new PushServiceSimulator();
        var (mine, other) = (service.Subscribe(""), service.Subscribe(""));
        var written = new string([.. text.Get.Where(c => !char.IsSurrogate(c))]);
        var body = Encrypt(mine, written);
        mine.Decrypt(body).ShouldBe(written);
        Should.Throw<CryptographicException>(() => other.Decrypt(body));
        body[^1] ^= 1;
        Should.Throw<CryptographicException>(() => mine.Decrypt(body));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_signature_names_the_push_service_and_holds_for_half_a_day_and_the_key_of_the_office_proves_it()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var token = Vapid.Sign(key, "https://push.example.net", "mailto:a@example.org", Instant.FromUnixTimeSeconds(1_453_523_768)).Split('.');
        Encoding.ASCII.GetString(Bytes(token[0])).ShouldBe("""{"typ":"JWT","alg":"ES256"}""");
        JsonNode.Parse(Bytes(token[1]))!.ToJsonString().ShouldBe("""{"aud":"https://push.example.net","exp":1453523768,"sub":"mailto:a@example.org"}""");
        (Bytes(token[2]).Length, key.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Bytes(token[2]), HashAlgorithmName.SHA256)).ShouldBe((64, true));
    }

    [Theory]
    [InlineData("https://fcm.googleapis.com/fcm/send/abc", true)]
    [InlineData("https://web.push.apple.com/Q", true)]
    [InlineData("https://updates.push.services.mozilla.com/wpush/v2/x", true)]
    [InlineData("http://fcm.googleapis.com/fcm/send/abc", false)]
    [InlineData("https://fcm.googleapis.com:8443/x", false)]
    [InlineData("https://user@fcm.googleapis.com/x", false)]
    [InlineData("https://localhost/x", false)]
    [InlineData("https://desk/x", false)]
    [InlineData("https://printer.local/x", false)]
    [InlineData("https://127.0.0.1/x", false)]
    [InlineData("https://2130706433/x", false)]
    [InlineData("https://0x7f.1/x", false)]
    [InlineData("https://10.0.0.8/x", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("https://[::1]/x", false)]
    [InlineData("https://[::ffff:10.0.0.8]/x", false)]
    [InlineData("https://[64:ff9b::a00:8]/x", false)]
    [InlineData("https://[fd00::1]/x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("nonsense", false)]
    public void Only_places_of_the_internet_are_called(string endpoint, bool may) => PublicHosts.IsPublic(endpoint).ShouldBe(may);

    [Fact]
    public async Task A_name_that_leads_inside_is_not_followed()
    {
        using var http = new HttpClient(PublicHosts.Handler());
        await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync("https://localhost/x"));
    }

    private static byte[] Encrypt(PushServiceSimulator.Browser browser, string text)
    {
        var given = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(browser.Subscription()))!;
        return PushEncryption.Encrypt(Encoding.UTF8.GetBytes(text), Bytes((string)given["p256dh"]!), Bytes((string)given["auth"]!));
    }

    private static byte[] Bytes(string text) => Base64Url.DecodeFromChars(text);
}
