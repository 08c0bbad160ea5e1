using System.Security.Cryptography;
using System.Text;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Kernel.Web;

/// <summary>An answer that was given under an <c>Idempotency-Key</c>; kept for 30 days, so that a repeated call gets the same one.</summary>
public sealed class KeptAnswer
{
    public required string Caller { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 of the request's body.</summary>
    public required string Asked { get; init; }
    public required int Status { get; init; }
    public required string Body { get; init; }
    public required Instant At { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<KeptAnswer>
    {
        public void Configure(EntityTypeBuilder<KeptAnswer> answer)
        {
            answer.ToTable("kept_answers");
            answer.HasKey(a => new { a.Caller, a.Key });
            answer.Property(a => a.Caller).HasMaxLength(80);
            answer.Property(a => a.Key).HasMaxLength(200);
            answer.Property(a => a.Asked).HasMaxLength(64);
            answer.HasIndex(a => a.At);
        }
    }
}

/// <summary>Keeps the answer to a call; belongs inside the save of what the call does.</summary>
/// <param name="body">JSON.</param>
public delegate void KeepAnswer(int status, string body);

/// <summary>
/// Makes a repeated call harmless: the answer is kept in the save of the work itself. Of two calls at the same moment the
/// second waits in the database for the first, then gets the first one's answer.
/// </summary>
public static class IdempotencyKeys
{
    /// <summary>Does what a program sent, once, and answers every repetition of it as the first time.</summary>
    /// <param name="caller">Whose keys they are.</param>
    /// <param name="work">Keeps its answer, as JSON, inside the save of what it does.</param>
    /// <exception cref="Refusal">What was sent cannot be read or has no key; <c>idempotency.other-body</c>; and whatever the work refuses.</exception>
    public static async Task<IResult> OnceAsync<T>(HttpContext http, OfficeDb db, IClock clock, string caller, Func<T, KeepAnswer, Task> work, CancellationToken cancel)
    {
        var (body, text) = await SentJson.ReadAsync<T>(http, cancel);
        var (key, asked) = (SentJson.KeyOf(http), DigestOf(text));
        if (await FindAsync(db, caller, key, asked, cancel) is not { } kept)
        {
            KeptAnswer? given = null;
            try
            {
                await work(body, (status, answer) => db.Add(given = new() { Caller = caller, Key = key, Asked = asked, Status = status, Body = answer, At = clock.Now() }));
            }
            catch (Exception problem) when (problem is Refusal or Refusals || (problem is DbUpdateException update && update.IsTaken("kept_answers")))
            {
                // A twin that was saved in between has the answer, and may have claimed what the work needs.
                given = await FindAsync(db, caller, key, asked, cancel);
                if (given is null)
                {
                    throw;
                }
            }

            kept = given ?? throw new InvalidOperationException("The work kept no answer");
        }

        return Results.Text(kept.Body, "application/json", statusCode: kept.Status);
    }

    private static string DigestOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    /// <summary>The answer given before, or null.</summary>
    /// <exception cref="Refusal">Code <c>idempotency.other-body</c>: the key was used for something else.</exception>
    private static async Task<KeptAnswer?> FindAsync(OfficeDb db, string caller, string key, string asked, CancellationToken cancel = default)
    {
        var kept = await db.Set<KeptAnswer>().AsNoTracking().SingleOrDefaultAsync(a => a.Caller == caller && a.Key == key, cancel);
        return kept is null || kept.Asked == asked
            ? kept
            : throw new Refusal("idempotency.other-body", "這個 Idempotency-Key 已經用在另一件申請，請換一個。", "This Idempotency-Key was used for another request; use a new one.", "Idempotency-Key");
    }
}

/// <summary>Forgets, every night, answers older than 30 days.</summary>
internal sealed class ForgetAnswers(OfficeDb db) : Recurring.IRecur
{
    public Task RunAsync(Instant now, CancellationToken cancel)
    {
        var before = now - Duration.FromDays(30);
        return db.CommitAsync(() => db.Set<KeptAnswer>().Where(a => a.At < before).ExecuteDeleteAsync(cancel), cancel);
    }
}
