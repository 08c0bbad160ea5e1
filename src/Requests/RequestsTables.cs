using System.Text.Json;
using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Requests;

internal static class RequestsTables
{
    extension(OfficeDb db)
    {
        public DbSet<ServiceRequest> Requests => db.Set<ServiceRequest>();

        public DbSet<RequestNote> RequestNotes => db.Set<RequestNote>();
    }

    private sealed class ServiceRequestMapping : IEntityTypeConfiguration<ServiceRequest>
    {
        public void Configure(EntityTypeBuilder<ServiceRequest> request)
        {
            request.ToTable("requests");
            request.Property(r => r.Id).ValueGeneratedNever();
            request.Ignore(r => r.Key);
            request.Ignore(r => r.Name);
            request.Property(r => r.Slip).HasMaxLength(24);
            request.Property(r => r.Number).HasMaxLength(24);
            request.Property(r => r.Service).HasMaxLength(40);
            request.Property(r => r.Definition).HasMaxLength(64);
            request.Property(r => r.Site).HasMaxLength(40);
            request.Property(r => r.TakenInBy).HasMaxLength(40);
            request.Property(r => r.Step).HasMaxLength(40);
            request.Property(r => r.Department).HasMaxLength(40);
            request.Property(r => r.Owner).HasMaxLength(40);
            request.Property(r => r.Reason).HasMaxLength(2000);
            request.Property(r => r.Missing).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<List<MissingItem>>(stored, Json.Options)!,
                new ValueComparer<List<MissingItem>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value.ToList()));
            request.HasIndex(r => r.Number).IsUnique();
            request.HasIndex(r => r.Slip).IsUnique();
            request.HasIndex(r => r.PromiseId);
            request.HasIndex(r => new { r.Status, r.Department });
            request.HasIndex(r => new { r.Owner, r.Status });
            request.HasIndex(r => r.ReceivedAt).HasFilter("at_noon");
            request.HasIndex(r => new { r.ClosedAt, r.Department }).HasFilter("closed_at IS NOT NULL");

            request.HasOne(r => r.Particulars).WithOne().HasForeignKey<Particulars>(p => p.Request);
            request.HasMany(r => r.Documents).WithOne().HasForeignKey(d => d.Request);
        }
    }

    private sealed class ParticularsMapping : IEntityTypeConfiguration<Particulars>
    {
        public void Configure(EntityTypeBuilder<Particulars> particulars)
        {
            particulars.ToTable("request_particulars");
            particulars.HasKey(p => p.Request);
            particulars.Property(p => p.Name).HasMaxLength(200);
            particulars.Property(p => p.Phone).HasMaxLength(40);
            particulars.Property(p => p.Email).HasMaxLength(254);
            particulars.Property(p => p.ElectricityNumber).HasMaxLength(11);
            particulars.Property(p => p.Address).HasMaxLength(300);
            particulars.Ignore(p => p.Agent);
            particulars.HasIndex(p => p.ElectricityNumber);
            particulars.HasIndex(p => p.Phone);
        }
    }

    private sealed class RequestDocumentMapping : IEntityTypeConfiguration<RequestDocument>
    {
        public void Configure(EntityTypeBuilder<RequestDocument> document)
        {
            document.ToTable("request_documents");
            document.Property(d => d.Id).ValueGeneratedNever();
            document.Property(d => d.Document).HasMaxLength(60);
            document.Property(d => d.By).HasMaxLength(80);
            document.HasIndex(d => d.Request);
        }
    }

    private sealed class EnquiryMapping : IEntityTypeConfiguration<Enquiry>
    {
        public void Configure(EntityTypeBuilder<Enquiry> enquiry)
        {
            enquiry.ToTable("enquiries");
            enquiry.Property(e => e.Id).ValueGeneratedNever();
            enquiry.Ignore(e => e.Key);
            enquiry.Property(e => e.By).HasMaxLength(80);
            enquiry.HasIndex(e => e.Request);
        }
    }

    private sealed class SlipScanMapping : IEntityTypeConfiguration<SlipScan>
    {
        public void Configure(EntityTypeBuilder<SlipScan> scan)
        {
            scan.ToTable("slip_scans");
            scan.Property(s => s.Id).ValueGeneratedNever();
            scan.Ignore(s => s.Key);
            scan.HasIndex(s => s.Request);
        }
    }

    private sealed class RequestNoteMapping : IEntityTypeConfiguration<RequestNote>
    {
        public void Configure(EntityTypeBuilder<RequestNote> note)
        {
            note.ToTable("request_notes");
            note.Property(n => n.Id).ValueGeneratedNever();
            note.Property(n => n.Text).HasMaxLength(4000);
            note.Property(n => n.By).HasMaxLength(80);
            note.HasIndex(n => n.Request);
        }
    }
}
