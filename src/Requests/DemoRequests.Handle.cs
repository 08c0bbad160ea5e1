using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Services;
using GridDesk.Staff;

namespace GridDesk.Requests;

/// <summary>What the office does with a request once it is accepted.</summary>
internal sealed partial class DemoRequests
{
    private async Task HandleAsync(ServiceRequest request, Promise promise, ServiceDefinition service, Colleague? taker, Instant accepted, Instant now, CancellationToken cancel)
    {
        var owner = taker is not null && taker.Department == request.Department && random.Next(2) == 0 ? taker : office.Someone(request.Department, random) ?? office.Someone(office.FrontDesk, random);
        if (owner is null || !Reach(office.Working(accepted + Duration.FromMinutes(random.Next(2, 60))), now))
        {
            return;
        }

        events.Record(request, request.AssignTo($"{owner.Id}", request.Department, promise), ActorOf(owner));
        var due = promise.DueAt ?? accepted + Duration.FromDays(10);
        // A few are late, fewer still are forgotten.
        var pace = random.Next(100) switch { < 4 => 1.05 + random.NextDouble(), < 8 when due < now && now - due < Duration.FromDays(9) => 40, _ => 0.25 + (random.NextDouble() * 0.65) };
        var end = accepted + ((due - accepted) * pace);
        AskElsewhere(request, service, owner, end, now);
        if (random.Next(9) == 0 && service.Documents.Count > 0 && !await WaitAsync(request, promise, service, owner, accepted + ((end - accepted) * 0.3), now, cancel))
        {
            return;
        }

        var steps = service.Steps.Skip(1).ToList();
        foreach (var (index, step) in steps.Index())
        {
            if (!Reach(office.Working(Max(clock.Now, accepted + ((end - accepted) * ((index + 1.0) / (steps.Count + 1))))), now))
            {
                return;
            }

            await RecordAsync(request, request.GoTo(step.Id, step.Department, promise), ActorOf(owner), cancel);
        }

        if (Reach(office.Working(Max(clock.Now, end)), now))
        {
            var outcome = random.Next(100) switch { < 2 => Outcome.Refused, < 4 => Outcome.Withdrawn, _ => Outcome.Done };
            await RecordAsync(request, request.Close(outcome, outcome == Outcome.Refused ? "文件與現場不符，已電話說明。" : null, promise, office.Calendar, $"{owner.Id}", clock.Now), ActorOf(owner), cancel);
        }
    }

    // Asks for a paper and takes it in; false when it has not come yet.
    private async Task<bool> WaitAsync(ServiceRequest request, Promise promise, ServiceDefinition service, Colleague owner, Instant at, Instant now, CancellationToken cancel)
    {
        if (!Reach(office.Working(at), now))
        {
            return false;
        }

        var paper = service.Documents[random.Next(service.Documents.Count)];
        await RecordAsync(request, request.AskFor([new MissingItem("document", paper.Id, paper.Name, paper.Hint)], promise, office.Calendar, ActorOf(owner).Key, clock.Now), ActorOf(owner), cancel);
        if (!Reach(office.Working(clock.Now + Duration.FromHours(random.Next(4, 120))), now))
        {
            return false;
        }

        var came = new RequestDocument { Id = Guid.CreateVersion7(clock.Now.ToDateTimeOffset()), Request = request.Id, Document = paper.Id, At = clock.Now, By = Actor.Customer.Key };
        db.Add(came);
        request.Documents.Remove(came); // Supply adds it again
        await RecordAsync(request, request.Supply(Channel.Web, [came], [], promise, office.Calendar, Actor.Customer.Key, clock.Now), Actor.Customer, cancel);
        return true;
    }

    private Task RecordAsync(ServiceRequest request, IEvent happened, Actor by, CancellationToken cancel)
    {
        events.Record(request, happened, by);
        return supply.FollowAsync(request, happened, by, clock.Now, cancel);
    }
}
