using System.ComponentModel.DataAnnotations;

namespace Triage.Service.Accounts;

/// <summary>Section "Accounts".</summary>
internal sealed class AccountOptions
{
    /// <summary>A session ends after so many minutes without a request (5 to 720).</summary>
    [Range(5, 720)]
    public int SessionMinutes { get; init; } = 60;

    /// <summary>Failed sign-ins after which an account waits (3 to 100).</summary>
    [Range(3, 100)]
    public int MaxFailedSignIns { get; init; } = 8;

    /// <summary>How long it then waits, in minutes (1 to 1440).</summary>
    [Range(1, 1440)]
    public int LockoutMinutes { get; init; } = 10;

    /// <summary>The shortest password (10 to 100).</summary>
    [Range(10, 100)]
    public int MinPasswordLength { get; init; } = 12;
}
