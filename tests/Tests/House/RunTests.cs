using System.Net;
using System.Net.Sockets;
using GridDesk.Tests.Infrastructure;
using GridDesk.Web;

namespace GridDesk.Tests.House;

public sealed class RunTests
{
    [Fact]
    public async Task When_another_program_has_the_address_it_says_so_in_a_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var data = Directory.CreateTempSubdirectory("griddesk-run-").FullName;
        try
        {
            var options = new RunOptions("serve", null) { Urls = taken, Data = data, Pack = Path.Combine(TestOffice.Root, "packs", "chiayi") };
            (await Should.ThrowAsync<RunRefused>(() => Commands.RunAsync(options))).Message.ShouldBe($"Another program serves {taken} already. Stop it, or choose another address with --urls.");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }
    }

    [Theory]
    [InlineData("--clock", "2019-06-20T11:40+08:00")]
    [InlineData("--clock", "noon", "--demo")]
    [InlineData("--urls")]
    [InlineData("fly")]
    public void What_it_cannot_do_it_refuses_with_a_sentence(params string[] words) => Should.Throw<RunRefused>(() => RunOptions.Parse(words)).Message.ShouldNotBeEmpty();
}
