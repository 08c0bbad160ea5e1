using GridDesk.Kernel.Pack;

namespace GridDesk.Plan.Assess;

/// <summary>What a department says of a row that no statistic proves: in a few sentences, by the office's scale, with photos. It is published.</summary>
internal sealed class RowAnswer
{
    public const int LongestZh = 600;
    public const int LongestEn = 1500;
    public const int MostPhotos = 4;
    public const int LongestCaption = 60;

    public required int RocYear { get; init; }
    public required int Half { get; init; }
    public required string Department { get; init; }

    /// <summary>Code of the row.</summary>
    public required string Measure { get; init; }

    public string Zh { get; private set; } = "";

    /// <summary>Null where the department wrote Chinese only.</summary>
    public string? En { get; private set; }

    public int? Score { get; private set; }

    /// <summary>Which of the assessment's criteria it serves, by their place in the plan.</summary>
    public IReadOnlyList<int> Criteria { get; private set; } = [];

    public IReadOnlyList<AnswerPhoto> Photos { get; private set; } = [];

    public string? By { get; private set; }
    public Instant? At { get; private set; }

    public string ClaimKey => $"{SelfAssessment.KeyOf(new(RocYear, Half))}:{Department}:{Measure}";

    /// <summary>Says it, or says it better; photos stay.</summary>
    /// <exception cref="Refusal">One for each field that cannot stay as it is.</exception>
    public AssessmentAnswered Say(StatementDraft draft, Assessment rules, string by, Instant now)
    {
        List<Refusal> wrong = [];
        var (zh, en) = (draft.Zh?.Trim().ReplaceLineEndings("\n") ?? "", string.IsNullOrWhiteSpace(draft.En) ? null : draft.En.Trim().ReplaceLineEndings("\n"));
        if (zh.Length is 0 or > LongestZh)
        {
            wrong.Add(new("assessment.statement", $"請寫這半年做了什麼、有什麼成果，最多 {LongestZh} 字。", $"Write what was done in this half-year and what came of it, in at most {LongestZh} characters.", "zh"));
        }

        if (en?.Length > LongestEn)
        {
            wrong.Add(new("assessment.statement-en", $"英文說明最多 {LongestEn} 字元，請縮短。", $"The English statement can have at most {LongestEn} characters; please shorten it.", "en"));
        }

        if (rules.Scale.Count > 0 && rules.Scale.All(step => step.Score != draft.Score))
        {
            wrong.Add(new("assessment.score", "請選評分。", "Choose the score.", "score"));
        }

        Refusals.ThrowIfAny(wrong);
        (Zh, En, Score, By, At) = (zh, en, rules.Scale.Count > 0 ? draft.Score : null, by, now);
        Criteria = [.. draft.Criteria.Where(c => c >= 0 && c < rules.Criteria.Count).Distinct().Order()];
        return Said();
    }

    /// <exception cref="Refusal"><c>assessment.photos</c>, <c>assessment.caption</c></exception>
    public AssessmentAnswered AddPhoto(AnswerPhoto photo)
    {
        if (Photos.Count >= MostPhotos)
        {
            throw new Refusal("assessment.photos", $"一列最多 {MostPhotos} 張照片，請先移除一張。", $"A row takes at most {MostPhotos} photos; remove one first.", "photo");
        }

        if (photo.Caption.Length is 0 or > LongestCaption || photo.Caption.Any(char.IsControl))
        {
            throw new Refusal("assessment.caption", $"請寫照片裡看得到什麼，最多 {LongestCaption} 字，給看不到照片的人聽。", $"Write what the photo shows, in at most {LongestCaption} characters, for those who cannot see it.", "caption");
        }

        Photos = [.. Photos, photo];
        return Said();
    }

    public AssessmentAnswered RemovePhoto(Guid upload)
    {
        Photos = [.. Photos.Where(p => p.Upload != upload)];
        return Said();
    }

    public bool IsAnswered => Zh.Length > 0;

    private AssessmentAnswered Said() => new(Department, Measure, Score, Photos.Count, ContentHash.Of(new Said(Zh, En, Score, Criteria, Photos)));
}

/// <summary>What a department types for a row.</summary>
internal sealed record StatementDraft(string? Zh, string? En, int? Score, IReadOnlyList<int> Criteria);

/// <param name="Upload">Id of the stored file.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Caption">What it shows, for those who do not see it.</param>
internal sealed record AnswerPhoto(Guid Upload, string Hash, string Type, string Caption);

internal sealed record Said(string Zh, string? En, int? Score, IReadOnlyList<int> Criteria, IReadOnlyList<AnswerPhoto> Photos);
