using System.Text.Json;
using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Plan.Assess;

internal static class AssessTables
{
    extension(OfficeDb db)
    {
        /// <summary>Self-assessments with the parts of the departments.</summary>
        public IQueryable<SelfAssessment> SelfAssessments => db.Set<SelfAssessment>().Include(a => a.Parts);

        public DbSet<RowAnswer> RowAnswers => db.Set<RowAnswer>();
    }

    private sealed class AssessmentMapping : IEntityTypeConfiguration<SelfAssessment>
    {
        public void Configure(EntityTypeBuilder<SelfAssessment> assessment)
        {
            assessment.ToTable("self_assessments");
            assessment.HasKey(a => new { a.RocYear, a.Half });
            assessment.Property(a => a.RocYear).ValueGeneratedNever();
            assessment.Property(a => a.Half).ValueGeneratedNever();
            assessment.Property(a => a.FrozenBy).HasMaxLength(80);
            assessment.Property(a => a.Digest).HasMaxLength(64);
            assessment.Property(a => a.ReportedBy).HasMaxLength(80);
            assessment.Property(a => a.ReportedTo).HasMaxLength(SelfAssessment.LongestTo);
            assessment.Property(a => a.ReportedFile).HasMaxLength(64);
            assessment.Property(a => a.PostedBy).HasMaxLength(80);
            assessment.Property(a => a.PostedOn).HasMaxLength(200);
            assessment.Ignore(a => a.Key);
            assessment.Ignore(a => a.Period);
            assessment.Ignore(a => a.Name);
            assessment.Ignore(a => a.State);
            assessment.HasMany(a => a.Parts).WithOne().HasForeignKey(p => new { p.RocYear, p.Half });
        }
    }

    private sealed class PartMapping : IEntityTypeConfiguration<DepartmentPart>
    {
        public void Configure(EntityTypeBuilder<DepartmentPart> part)
        {
            part.ToTable("self_assessment_parts");
            part.HasKey(p => new { p.RocYear, p.Half, p.Department });
            part.Property(p => p.Department).HasMaxLength(40);
            part.Property(p => p.DoneBy).HasMaxLength(80);
        }
    }

    private sealed class AnswerMapping : IEntityTypeConfiguration<RowAnswer>
    {
        public void Configure(EntityTypeBuilder<RowAnswer> answer)
        {
            answer.ToTable("self_assessment_answers");
            answer.HasKey(a => new { a.RocYear, a.Half, a.Department, a.Measure });
            answer.Property(a => a.Department).HasMaxLength(40);
            answer.Property(a => a.Measure).HasMaxLength(20);
            answer.Property(a => a.Zh).HasMaxLength(RowAnswer.LongestZh);
            answer.Property(a => a.En).HasMaxLength(RowAnswer.LongestEn);
            answer.Property(a => a.By).HasMaxLength(80);
            answer.Property(a => a.Criteria).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<List<int>>(stored, Json.Options)!,
                new ValueComparer<IReadOnlyList<int>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value));
            answer.Property(a => a.Photos).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<List<AnswerPhoto>>(stored, Json.Options)!,
                new ValueComparer<IReadOnlyList<AnswerPhoto>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value));
            answer.Ignore(a => a.ClaimKey);
            answer.Ignore(a => a.IsAnswered);
        }
    }
}
