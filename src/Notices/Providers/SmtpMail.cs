using System.Collections.Concurrent;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace GridDesk.Notices.Providers;

/// <summary>A mail server (RFC 5321). Connections are kept and used again; a duplicate carries the same Message-Id.</summary>
internal sealed class SmtpMail(SmtpSettings settings) : IMessageProvider, IDisposable
{
    private readonly ConcurrentBag<SmtpClient> _idle = [];

    public string Name => settings.Name;

    public MessageChannel Channel => MessageChannel.Email;

    public double? PerSecond => settings.PerSecond;

    public async Task<Handed> HandAsync(Outgoing message, CancellationToken cancel)
    {
        var client = await ConnectAsync(cancel);
        try
        {
            using var mail = Write(message);
            var said = await client.SendAsync(mail, cancel);
            _idle.Add(client);
            return new(null, mail.MessageId, said);
        }
        catch (SmtpCommandException refused)
        {
            await PutBackAsync(client, cancel);
            return new(KindOf(refused), Reason: $"{(int)refused.StatusCode} {refused.Message}");
        }
        catch
        {
            client.Dispose();
            throw; // not reached, or it spoke nonsense: the other provider may do
        }
    }

    // 5xx about the receiver is for good, 4xx for now (RFC 5321 §4.2.1); that our own address or the message is refused is no fault of the receiver.
    private static FailureKind KindOf(SmtpCommandException refused) => refused.ErrorCode is SmtpErrorCode.SenderNotAccepted ? FailureKind.Technical
        : (int)refused.StatusCode >= 500 ? refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted ? FailureKind.Permanent : FailureKind.Technical
        : FailureKind.Temporary;

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancel)
    {
        while (_idle.TryTake(out var known))
        {
            if (known.IsConnected)
            {
                return known;
            }

            known.Dispose();
        }

        var client = new SmtpClient { Timeout = (int)settings.Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, settings.IsTls ? SecureSocketOptions.Auto : SecureSocketOptions.None, cancel);
            if (settings.User is { } user)
            {
                await client.AuthenticateAsync(user, settings.Password ?? "", cancel);
            }

            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task PutBackAsync(SmtpClient client, CancellationToken cancel)
    {
        try
        {
            await client.NoOpAsync(cancel);
            _idle.Add(client);
        }
        catch (Exception gone) when (gone is IOException or ServiceNotConnectedException or SmtpProtocolException or SmtpCommandException)
        {
            client.Dispose();
        }
    }

    private MimeMessage Write(Outgoing message)
    {
        var mail = new MimeMessage { Subject = message.Title, MessageId = $"{message.Id:N}@{settings.From.Domain}", Body = new TextPart("plain") { Text = message.Text } };
        mail.From.Add(settings.From);
        mail.To.Add(new MailboxAddress("", message.To));
        mail.Headers.Add("Content-Language", message.Language.Tag);
        mail.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday answers to us
        if (message.StopLink is { } stop)
        {
            mail.Headers.Add("List-Unsubscribe", $"<{stop}>");
            mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058: one button, one POST
        }

        return mail;
    }

    public void Dispose()
    {
        foreach (var client in _idle)
        {
            client.Dispose();
        }
    }
}

/// <param name="Name">Told with every attempt.</param>
/// <param name="IsTls">Speaks TLS when the server offers it; otherwise in the clear, for a server on the same machine.</param>
internal sealed record SmtpSettings(string Name, string Host, int Port, bool IsTls, string? User, string? Password, MailboxAddress From)
{
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    public double? PerSecond { get; init; }

    /// <summary>Reads <c>smtps://user:password@host:port</c>, or <c>smtp://</c> for a server on the same machine.</summary>
    /// <exception cref="InvalidOperationException">It is neither.</exception>
    public static SmtpSettings Read(string name, string address, string from)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("smtp" or "smtps") || url.Host.Length == 0)
        {
            throw new InvalidOperationException($"The address of the mail server '{name}' must look like smtps://user:password@host:587.");
        }

        var who = url.UserInfo.Split(':', 2);
        return new(name, url.Host, url.Port > 0 ? url.Port : 25, url.Scheme == "smtps",
            who[0].Length > 0 ? Uri.UnescapeDataString(who[0]) : null, who.Length > 1 ? Uri.UnescapeDataString(who[1]) : null, MailboxAddress.Parse(from));
    }
}
