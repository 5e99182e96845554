using System.ComponentModel.DataAnnotations;

namespace Triage.Service.Intake;

/// <summary>Section "Intake".</summary>
internal sealed class IntakeOptions
{
    /// <summary>Folder of .eml files that is watched as a mailbox; empty: none.</summary>
    public string MailFolder { get; init; } = "";

    /// <summary>How often the folder is looked at, in seconds (1 to 3600).</summary>
    [Range(1, 3600)]
    public int PollSeconds { get; init; } = 2;

    /// <summary>Attachments above this size stay in the original mail only and are named, in megabytes (1 to 200).</summary>
    [Range(1, 200)]
    public int MaxAttachmentMegabytes { get; init; } = 25;

    /// <summary>Prefix of case numbers.</summary>
    [Required, RegularExpression("^[A-Z]{1,4}$")]
    public string CaseNumberPrefix { get; init; } = "MU";

    /// <summary>Working days until an answer is due (1 to 60).</summary>
    [Range(1, 60)]
    public int AnswerWorkingDays { get; init; } = 5;

    /// <summary>One case in so many is a blind check; 0 switches them off (0 to 1000).</summary>
    [Range(0, 1000)]
    public int BlindCheckEvery { get; init; } = 20;

    /// <summary>A form that comes sooner after its page was shown comes from a program, in seconds (0 to 60).</summary>
    [Range(0, 60)]
    public int FormMinSeconds { get; init; } = 3;

    /// <summary>A form that comes later must be sent once more, in hours (1 to 168).</summary>
    [Range(1, 168)]
    public int FormMaxHours { get; init; } = 24;

    /// <summary>Forms of citizens from one network address within a minute (1 to 10000); a proxy in front must pass addresses on.</summary>
    [Range(1, 10_000)]
    public int FormsPerMinute { get; init; } = 20;

    /// <summary>The Land whose holidays count (ISO 3166-2:DE without "DE-").</summary>
    [Required]
    public string Land { get; init; } = "NI";
}
