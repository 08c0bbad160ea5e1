using GridDesk.Kernel.Data;
using GridDesk.Notices;
using GridDesk.Notices.Spooled;
using Microsoft.Extensions.Configuration;

namespace GridDesk.Tests.Notices.Spooled;

/// <summary>The folder of the spool: whole files, whoever writes.</summary>
public sealed class SpoolFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("griddesk-spool-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Two_processes_that_write_at_once_do_not_collide_and_nobody_reads_half_a_file()
    {
        var (one, other, id) = (new SpoolFolder(_root), new SpoolFolder(_root), Guid.NewGuid());
        var texts = (string[])[new('一', 300_000), new('二', 300_000)];
        await one.WriteAsync(MessageChannel.Email, id, texts[0], default);
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                (await one.ReadAsync(MessageChannel.Email, id, default)).ShouldBeOneOf(texts);
            }
        });
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => (n % 2 == 0 ? one : other).WriteAsync(MessageChannel.Email, id, texts[n % 2], default))));
        await done.CancelAsync();
        await reading;
        Directory.GetFiles(_root, "*", SearchOption.AllDirectories).ShouldHaveSingleItem().ShouldEndWith($"{id:N}.txt");
    }

    [Fact]
    public async Task What_could_not_be_finished_leaves_nothing_behind()
    {
        using var over = new CancellationTokenSource();
        await over.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => new SpoolFolder(_root).WriteAsync(MessageChannel.Sms, Guid.NewGuid(), "明天停電", over.Token));
        Directory.GetFiles(_root, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_lies_where_the_setting_says_else_beside_the_data_with_either_store()
    {
        var id = Guid.NewGuid();
        await SpoolFolder.Of(Settings(Path.Combine(_root, "elsewhere")), new Store(Path.Combine(_root, "office.db"), "Host=db")).WriteAsync(MessageChannel.Sms, id, "一", default);
        await SpoolFolder.Of(Settings(null), new Store(Path.Combine(_root, "office.db"), "Host=db")).WriteAsync(MessageChannel.Sms, id, "二", default);
        File.Exists(Path.Combine(_root, "elsewhere", "sms", $"{id:N}.txt")).ShouldBeTrue();
        File.Exists(Path.Combine(_root, "spool", "sms", $"{id:N}.txt")).ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => SpoolFolder.Of(Settings(null), new Store(null, "Host=db"))).Message.ShouldContain("GRIDDESK_SPOOL");

        static IConfiguration Settings(string? folder) => new ConfigurationBuilder().AddInMemoryCollection([new("GRIDDESK_SPOOL", folder)]).Build();
    }
}
