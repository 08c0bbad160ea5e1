using GridDesk.Kernel.Events;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Time;

namespace GridDesk.Plan.Assess;

internal sealed partial class AssessDesk
{
    private const int Tries = 4;

    /// <summary>What a department is asked and what it has said, in the order of the plan.</summary>
    /// <exception cref="Refusal"><c>not-found</c>, <c>assessment.not-asked</c></exception>
    public async Task<IReadOnlyList<AskedAnswer>> PartAsync(HalfYear half, string department, CancellationToken cancel = default)
    {
        var plan = await plans.GetAsync(half.RocYear, cancel);
        (await GetAsync(half, cancel)).Part(department);
        var answers = await db.RowAnswers.AsNoTracking().Where(a => a.RocYear == half.RocYear && a.Half == half.Half && a.Department == department).ToDictionaryAsync(a => a.Measure, cancel);
        return [.. Asked.Of(plan, half, pack.Departments).Where(row => row.Department == department).Select(row => new AskedAnswer(row.Measure, answers.GetValueOrDefault(row.Measure.Code)))];
    }

    /// <summary>Says what the department did for a row.</summary>
    /// <param name="seen">When the answer that the person saw was written; null when there was none.</param>
    /// <returns>When it was written.</returns>
    /// <exception cref="Refusal">Those of <see cref="RowAnswer.Say"/>; <c>assessment.changed</c>, <c>assessment.frozen</c>, <c>assessment.not-asked</c>.</exception>
    public async Task<Instant> SayAsync(HalfYear half, string department, string measure, Instant? seen, StatementDraft draft, Actor by, CancellationToken cancel = default)
    {
        var now = clock.Now();
        await ChangeAsync(half, department, measure, async answer =>
        {
            if (answer.At is { } at && at != seen)
            {
                throw new Refusal("assessment.changed", "剛剛有同事改了這一列。您填的還在，請看過再存。", "A colleague has just changed this row. What you typed is kept; please look and save again.");
            }

            return answer.Say(draft, (await plans.GetAsync(half.RocYear, cancel)).Definition.Assessment, by.Key, now);
        }, by, cancel);
        return now;
    }

    /// <exception cref="Refusal">Those of <see cref="RowAnswer.AddPhoto"/>, and as <see cref="SayAsync"/>.</exception>
    public Task AddPhotoAsync(HalfYear half, string department, string measure, Upload upload, string? caption, Actor by, CancellationToken cancel = default) =>
        ChangeAsync(half, department, measure, async answer =>
        {
            var said = answer.AddPhoto(new(upload.Id, upload.Hash, upload.Type, caption?.Trim() ?? ""));
            (await db.FindAsync<Upload>([upload.Id], cancel))!.ClaimedBy = answer.ClaimKey;
            return said;
        }, by, cancel);

    /// <summary>Takes a photo away; its file is forgotten like one that nobody claimed.</summary>
    public Task RemovePhotoAsync(HalfYear half, string department, string measure, Guid photo, Actor by, CancellationToken cancel = default) =>
        ChangeAsync(half, department, measure, async answer =>
        {
            var said = answer.RemovePhoto(photo);
            if (await db.FindAsync<Upload>([photo], cancel) is { } upload && upload.ClaimedBy == answer.ClaimKey)
            {
                upload.ClaimedBy = null;
            }

            return said;
        }, by, cancel);

    /// <summary>The department has answered all it was asked.</summary>
    /// <exception cref="Refusal"><c>assessment.unanswered</c>, <c>assessment.frozen</c>, <c>assessment.not-asked</c></exception>
    public async Task DoneAsync(HalfYear half, string department, Actor by, CancellationToken cancel = default)
    {
        var unanswered = (await PartAsync(half, department, cancel)).Where(row => row.Answer?.IsAnswered != true).Select(row => row.Measure.Code).ToList();
        await AgainAsync(() => db.CommitAsync(async () =>
        {
            var (assessment, now) = (await GetAsync(half, cancel), clock.Now());
            assessment.RefuseIfFrozen();
            events.Record(assessment, assessment.Part(department).Done(unanswered, by.Key, now), by);
            await CloseAsync([$"{assessment.Key}/{department}"], PartKind, now, cancel);
        }, cancel));
    }

    private Task ChangeAsync(HalfYear half, string department, string measure, Func<RowAnswer, Task<AssessmentAnswered>> change, Actor by, CancellationToken cancel) => AgainAsync(() => db.CommitAsync(async () =>
    {
        var assessment = await GetAsync(half, cancel);
        assessment.RefuseIfFrozen();
        assessment.Part(department);
        if (!Asked.Of(await plans.GetAsync(half.RocYear, cancel), half, pack.Departments).Any(row => row.Department == department && row.Measure.Code == measure))
        {
            throw new Refusal("assessment.not-asked", "這一列不用這個部門說明。", "That department is not asked about this row.", "measure");
        }

        var answer = await db.RowAnswers.FindAsync([half.RocYear, half.Half, department, measure], cancel);
        if (answer is null)
        {
            db.Add(answer = new() { RocYear = half.RocYear, Half = half.Half, Department = department, Measure = measure });
        }

        events.Record(assessment, await change(answer), by);
    }, cancel));

    // Departments that save at the same moment write the same chain of events; whoever was slower goes again, and never over a colleague's words.
    private async Task AgainAsync(Func<Task> work)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await work();
                return;
            }
            catch (Refusal conflict) when (conflict.Code == "conflict" && tried < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}

/// <param name="Answer">Null while the department has said nothing.</param>
internal sealed record AskedAnswer(PlanMeasure Measure, RowAnswer? Answer);
