using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Triage.Service.Cases;
using Triage.Service.Web;

namespace Triage.Service.Intake;

/// <summary>
/// What a rendered form carries, sealed: an id, so that a second click on the same form is no second case, and the status
/// code, which is new for each form and so the same for both clicks.
/// </summary>
internal sealed record FormTicket(string Id, string Code);

/// <summary>Issues tickets and looks at their age: the time trap against programs (fault 51).</summary>
internal sealed class FormTickets(Seal seal, TimeProvider time, IOptions<IntakeOptions> options)
{
    private const string Purpose = "form";

    public string New() => seal.Close(Purpose, new FormTicket(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), StatusCode.New()));

    /// <summary>The ticket; or null, with what to tell the citizen, when the form came too fast or too late.</summary>
    public Sealed<FormTicket>? Open(string text, out FormError? error)
    {
        var opened = seal.Open<FormTicket>(Purpose, text, TimeSpan.FromHours(options.Value.FormMaxHours));
        error = opened switch
        {
            null => new("", "Diese Seite war zu lange offen. Ihr Text ist noch da. Bitte senden Sie das Formular noch einmal ab."),
            _ when time.GetUtcNow() - opened.At < TimeSpan.FromSeconds(options.Value.FormMinSeconds) =>
                new("", "Das Formular wurde sehr schnell abgeschickt. So halten wir Programme fern, die Werbung senden. Ihr Text ist noch da. Bitte warten Sie einen Moment und senden Sie ihn noch einmal ab."),
            _ => null,
        };
        return error is null ? opened : null;
    }

    /// <summary>The same ticket when it still opens, so that waiting helps; otherwise a new one.</summary>
    public string Again(string text) =>
        seal.Open<FormTicket>(Purpose, text, TimeSpan.FromHours(options.Value.FormMaxHours)) is null ? New() : text;
}
