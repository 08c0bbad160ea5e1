using System.ComponentModel.DataAnnotations;

namespace GridDesk.Staff.People;

/// <summary>A person's card as an administrator types it.</summary>
internal class CardForm
{
    [StringLength(100)]
    public string Name { get; set; } = "";

    [StringLength(256)]
    public string? Email { get; set; }

    [StringLength(20)]
    public string? EmployeeNumber { get; set; }

    [StringLength(40)]
    public string Department { get; set; } = "";

    [StringLength(40)]
    public string? Site { get; set; }

    [Required]
    public LocalDate? Joined { get; set; }

    public Card ToCard() => new(Name, Email, EmployeeNumber, Department, Site, Joined!.Value);
}
