using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridDesk.Notices.Webhooks;

/// <summary>Looks every second for receivers to which something is due, and serves each by itself: one that is slow or gone delays nobody.</summary>
internal sealed class WebhookWorker(IServiceScopeFactory scopes, WebhookRound round, KnownReceivers known, IClock clock, ILogger<WebhookWorker> log) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>Sends everything that is due now; returns when nothing is.</summary>
    public async Task DeliverDueAsync(CancellationToken cancel = default) => await Task.WhenAll((await DueAsync(cancel)).Select(receiver => round.ServeAsync(receiver, cancel)));

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        Dictionary<Guid, Task> inHand = [];
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                foreach (var receiver in (await DueAsync(stopping)).Where(r => !inHand.TryGetValue(r, out var serving) || serving.IsCompleted))
                {
                    inHand[receiver] = ServeAsync(receiver, stopping);
                }

                await Task.Delay(LookAgain, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception problem)
            {
                log.LogError(problem, "The worker of the webhooks could not reach its work; it tries again");
                await Task.Delay(LookAgain, CancellationToken.None);
            }
        }

        await Task.WhenAll(inHand.Values);
    }

    private async Task ServeAsync(Guid receiver, CancellationToken stopping)
    {
        try
        {
            await round.ServeAsync(receiver, stopping);
        }
        catch (Exception problem) when (!stopping.IsCancellationRequested)
        {
            log.LogError(problem, "Webhooks for {Receiver} could not be sent or settled; they are tried again", receiver);
        }
        catch (OperationCanceledException)
        {
            // The program is stopping; whoever comes next sends again what was not settled.
        }
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        await known.FollowAsync(db, cancel);
        var now = clock.Now();
        return await db.WebhookReceivers.Where(r => r.State == WebhookState.Active && (r.LeaseUntil == null || r.LeaseUntil < now) && WebhookRound.Due(db, now).Any(d => d.Receiver == r.Id)).Select(r => r.Id).ToListAsync(cancel);
    }
}
