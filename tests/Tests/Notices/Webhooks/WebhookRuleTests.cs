using System.Net;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel;
using GridDesk.Notices;
using GridDesk.Notices.Webhooks;

namespace GridDesk.Tests.Notices.Webhooks;

/// <summary>When something is tried again, where nothing is sent, and what never leaves.</summary>
public sealed class WebhookRuleTests
{
    private static readonly Instant Start = Instant.FromUtc(2019, 6, 20, 2, 0);

    [Fact]
    public void There_are_nine_retries_each_after_a_longer_pause_and_the_last_comes_after_three_days()
    {
        WebhookPauses.All.Count.ShouldBe(9);
        WebhookPauses.All.Aggregate(Duration.Zero, (sum, pause) => sum + pause).ShouldBe(Duration.FromDays(3));
        WebhookPauses.All.ShouldBeInOrder(SortDirection.Ascending);
        WebhookPauses.All.ShouldBeUnique();
    }

    [Fact]
    public void Whatever_a_receiver_answers_it_is_tried_ten_times_at_most_until_a_yes_and_never_before_its_pause_is_over()
    {
        var answers = Gen.Elements<HttpStatusCode?>(null, HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.Found, HttpStatusCode.BadRequest, HttpStatusCode.InternalServerError, HttpStatusCode.TooManyRequests).ArrayOf(14);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(answers.ToArbitrary(), said =>
        {
            var delivery = Given();
            var (now, number) = (Start, 0);
            foreach (var status in said)
            {
                var attempt = delivery.Settle(new(status, 5, ""), now, now);
                attempt.Number.ShouldBe(++number);
                (delivery.DoneAt is not null).ShouldBe((int?)status is >= 200 and < 300);
                (delivery.GivenUpAt is not null).ShouldBe(delivery.DoneAt is null && number == 10);
                attempt.NextAt.ShouldBe(delivery.IsWaiting ? now + WebhookPauses.All[number - 1] : null);
                if (!delivery.IsWaiting)
                {
                    (now <= Start + Duration.FromDays(3)).ShouldBeTrue();
                    delivery.SendAgain(now);
                    (delivery.IsWaiting, delivery.Attempts, delivery.DueAt).ShouldBe((true, 0, now));
                    return;
                }

                now = delivery.DueAt;
            }
        }));
    }

    [Theory]
    [InlineData("127.0.0.1"), InlineData("10.1.2.3"), InlineData("172.16.0.1"), InlineData("172.31.255.255"), InlineData("192.168.1.1"), InlineData("169.254.169.254"), InlineData("100.64.0.1"), InlineData("0.0.0.0"), InlineData("255.255.255.255"), InlineData("224.0.0.1")]
    [InlineData("::1"), InlineData("::"), InlineData("fe80::1"), InlineData("fd00::1"), InlineData("ff02::1"), InlineData("::ffff:10.0.0.1"), InlineData("::ffff:127.0.0.1"), InlineData("64:ff9b::a00:1"), InlineData("2002:a00:1::"), InlineData("2001:db8::1"), InlineData("::7f00:1")]
    public void Nothing_is_sent_into_an_inside_network(string address) => OutsideOnly.IsOutside(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("1.1.1.1"), InlineData("172.32.0.1"), InlineData("100.128.0.1"), InlineData("203.66.1.1"), InlineData("2606:4700::1111"), InlineData("2001:b000::1"), InlineData("::ffff:1.1.1.1")]
    public void The_outside_world_is_reached(string address) => OutsideOnly.IsOutside(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("http://example.org/hooks", "webhook.url"), InlineData("ftp://example.org", "webhook.url"), InlineData("https://user:secret@example.org/", "webhook.url"), InlineData("https://example.org/#x", "webhook.url"), InlineData("/hooks", "webhook.url"), InlineData(null, "webhook.url")]
    [InlineData("https://10.0.0.1/hooks", "webhook.inside"), InlineData("https://[::1]/hooks", "webhook.inside"), InlineData("https://0x7f000001/", "webhook.inside"), InlineData("https://2130706433/", "webhook.inside")]
    public void An_address_that_cannot_be_a_receivers_is_refused(string? url, string code) =>
        Should.Throw<Refusal>(() => WebhookReceiver.Read("x", url, ["request.accepted"], inside: false)).Code.ShouldBe(code);

    [Fact]
    public void Every_mistake_of_a_form_is_told_at_once() =>
        Should.Throw<Refusals>(() => WebhookReceiver.Read(" ", "x", ["staff.joined"], inside: true)).All.Select(r => r.Field).ShouldBe(["name", "address", "kinds"]);

    /// <summary>Whoever adds a field here has thought about who reads it.</summary>
    [Fact]
    public void What_leaves_are_fields_that_exist_and_none_that_name_a_person_or_a_private_row()
    {
        foreach (var kind in WebhookKinds.All)
        {
            var fields = kind.Event.GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).ToList();
            kind.Fields.ShouldBeSubsetOf(fields, kind.Name);
            kind.Fields.ShouldNotContain(field => new[] { "particulars", "note", "owner", "contact", "provider", "by:staff" }.Contains(field), kind.Name);
        }

        WebhookKinds.All.ShouldAllBe(kind => kind.Name.StartsWith("request.") || kind.Name.StartsWith("message."));
        WebhookKinds.All.Select(kind => kind.Name).ShouldBeUnique();
    }

    private static WebhookDelivery Given() => new() { Id = Guid.NewGuid(), Receiver = Guid.NewGuid(), Event = Guid.NewGuid(), Kind = "request.accepted", Subject = "request:1", Version = 1, Body = "{}", QueuedAt = Start, DueAt = Start };
}
