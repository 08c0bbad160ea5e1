using GridDesk.Hall.Messages;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Hall.Messages;

/// <summary>Short words for what is announced in a test's hall.</summary>
internal static class MessageCases
{
    public static readonly Actor Author = Actor.Staff("11111111-1111-1111-1111-111111111111");
    public static readonly Actor Approver = Actor.Staff("22222222-2222-2222-2222-222222222222");

    public static HallMessageWish Wish(Instant from, Duration lasts, params HallMedium[] media) =>
        new(HallCases.Site, media is [] ? [HallMedium.Television] : media, new("颱風來襲，請備妥手電筒。", "A typhoon is coming: keep a torch at hand."), from, from + lasts);

    public static HallMessage Written(Instant from, Duration lasts, params HallMedium[] media) => HallMessage.Write(Guid.CreateVersion7(), Wish(from, lasts, media), Author).Item1;

    public static HallMessage Approved(Instant from, Duration lasts, params HallMedium[] media)
    {
        var message = Written(from, lasts, media);
        message.Approve(Approver, from + lasts - Duration.Epsilon);
        return message;
    }

    extension(Visitor editor)
    {
        /// <summary>Fills in a message that ends today.</summary>
        public Visitor FillMessage(string zh, string en, string from, string until)
        {
            editor.Fill("What it says, in Chinese", zh).Fill("What it says, in English", en).Fill("Begins at", from).Fill("Ends at", until);
            foreach (var (part, value) in new[] { ("year", "108"), ("month", "6"), ("day", "20") })
            {
                editor.Page.QuerySelector($"[name='Input.UntilDay.{part}']")!.SetAttribute("value", value);
            }

            return editor;
        }
    }

    extension(TestOffice office)
    {
        /// <summary>Written by somebody and approved by somebody else.</summary>
        public Task<HallMessage> AnnounceAsync(Instant from, Duration lasts, params HallMedium[] media) => office.WithAsync<HallMessageDesk, HallMessage>(async desk =>
        {
            var message = await desk.WriteAsync(Wish(from, lasts, media), Author);
            await desk.ApproveAsync(message.Id, message.Version, Approver);
            return message;
        });

        /// <summary>What the program does every minute.</summary>
        public Task TendMessagesAsync() => office.WithAsync<TendMessages>(tend => tend.RunAsync(office.Clock.GetCurrentInstant(), default));
    }
}
