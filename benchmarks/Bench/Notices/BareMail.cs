using System.Diagnostics;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace GridDesk.Bench.Notices;

/// <summary>A mail program that sends over some connections at once and keeps no record.</summary>
internal static class BareMail
{
    public static async Task<double> RateAsync(string address, int connections, int mails)
    {
        var server = new Uri(address);
        var next = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            using var client = new SmtpClient();
            await client.ConnectAsync(server.Host, server.Port, SecureSocketOptions.None);
            while (Interlocked.Increment(ref next) is var n && n <= mails)
            {
                using var mail = new MimeMessage { Subject = "受理了", Body = new TextPart("plain") { Text = new string('字', 400) } };
                mail.From.Add(new MailboxAddress("", "office@example.org"));
                mail.To.Add(new MailboxAddress("", $"bare{n}@example.org"));
                await client.SendAsync(mail);
            }
        }));
        return mails / watch.Elapsed.TotalSeconds;
    }
}
