using System.ComponentModel.DataAnnotations;

namespace Triage.Service.Sending;

/// <summary>How answers leave. Section "Mail".</summary>
internal sealed class MailOptions
{
    /// <summary>The town's address, in From and as the envelope's sender.</summary>
    [Required, EmailAddress]
    public string From { get; init; } = "buergerservice@musterstadt.example";

    [Required]
    public string FromName { get; init; } = "Stadt Musterstadt";

    /// <summary>The page where citizens look up their case, named in receipts.</summary>
    [Required, Url]
    public string PublicAddress { get; init; } = "http://localhost:5080";

    /// <summary>SMTP server; empty: mails are written to <see cref="PickupFolder"/>.</summary>
    public string SmtpHost { get; init; } = "";

    [Range(1, 65535)]
    public int SmtpPort { get; init; } = 587;

    public string SmtpUser { get; init; } = "";

    public string SmtpPassword { get; init; } = "";

    /// <summary>"auto", "starttls", "tls" or "none".</summary>
    [RegularExpression("^(auto|starttls|tls|none)$")]
    public string SmtpSecurity { get; init; } = "auto";

    /// <summary>Folder for mails without SMTP; relative to the storage folder. Empty: "outbox".</summary>
    public string PickupFolder { get; init; } = "outbox";

    /// <summary>Recall window after an approval, in seconds (0 to 3600).</summary>
    [Range(0, 3600)]
    public int RecallSeconds { get; init; } = 60;

    /// <summary>How long one sending may take before its outcome counts as unknown, in seconds (5 to 3600).</summary>
    [Range(5, 3600)]
    public int LeaseSeconds { get; init; } = 300;

    /// <summary>
    /// A mail that should have gone out so many minutes ago is not sent without a person: the service was down for long, the clock
    /// jumped, or a backup was restored that does not know that it was sent (5 to 10080).
    /// </summary>
    [Range(5, 10_080)]
    public int OverdueMinutes { get; init; } = 30;

    /// <summary>Receipts to one address within an hour (0 to 100).</summary>
    [Range(0, 100)]
    public int ReceiptsPerHour { get; init; } = 3;

    /// <summary>The domain of <see cref="From"/>, used in Message-IDs.</summary>
    public string Domain => From[(From.IndexOf('@', StringComparison.Ordinal) + 1)..];
}
