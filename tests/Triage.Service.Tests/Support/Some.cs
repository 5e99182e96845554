namespace Triage.Service.Tests.Support;

/// <summary>Things that a test needs but does not care about.</summary>
internal static class Some
{
    /// <summary>A plain mail from a citizen.</summary>
    public static string Mail(
        string subject = "Hund abmelden", string text = "Guten Tag,\n\nwie melde ich meinen Hund ab?", string from = "Erika Beispiel <erika@example.org>", string headers = "") =>
        $"""
        From: {from}
        To: buergerservice@musterstadt.example
        Subject: {subject}
        Date: Thu, 26 Nov 2026 09:12:00 +0100
        Message-ID: <{Guid.NewGuid():N}@example.org>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit{(headers.Length == 0 ? "" : "\n" + headers)}

        {text}
        """;
}
