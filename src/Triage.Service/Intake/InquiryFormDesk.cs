using Triage.Service.Cases;
using Triage.Service.Web;

namespace Triage.Service.Intake;

/// <summary>What a submission led to: a stored case, or errors to correct, or (<see cref="NotStored"/>) a full disk.</summary>
internal sealed record Submission(Confirmation? Confirmation, IReadOnlyList<FormError> Errors, bool NotStored = false);

/// <summary>What the citizen keeps: the only time that the code is shown.</summary>
public sealed record Confirmation(string Number, string Code, DateTimeOffset DueAt, bool ByEmail);

/// <summary>Takes the web form: checks it, writes it as a mail, and waits until it is stored.</summary>
internal sealed class InquiryFormDesk(WebFormSource source, FormTickets tickets, FormMail writer, CaseFactory cases, TimeProvider time)
{
    /// <summary>The longest subject that is made of a text's beginning, in UTF-16 units.</summary>
    private const int MadeSubject = 70;

    public async Task<Submission> SubmitAsync(InquiryForm form, IReadOnlyList<IFormFile> files, CancellationToken cancellation)
    {
        var ticket = tickets.Open(form.Ticket, out var trapped);
        List<FormError> errors = [.. InquiryFormCheck.Errors(form, files)];
        if (form.Trap.Length > 0)
        {
            errors.Insert(0, new("", "Ein Feld, das Menschen nicht sehen, war ausgefüllt. So halten wir Programme fern. Das Feld ist jetzt leer. Bitte senden Sie das Formular noch einmal ab."));
        }

        if (trapped is not null)
        {
            errors.Insert(0, trapped);
        }

        return errors.Count > 0 || ticket is null
            ? new Submission(null, errors)
            : await StoreAsync(form, await ReadAsync(files, cancellation), ticket, cancellation);
    }

    /// <summary>The files' bytes; empty file inputs bring none.</summary>
    public static async Task<IReadOnlyList<FormFile>> ReadAsync(IReadOnlyList<IFormFile> files, CancellationToken cancellation)
    {
        var read = new List<FormFile>();
        foreach (var file in files.Where(f => f.Length > 0))
        {
            using var memory = new MemoryStream();
            await file.CopyToAsync(memory, cancellation);
            read.Add(new FormFile(file.FileName, file.ContentType ?? "", memory.ToArray()));
        }

        return read;
    }

    private async Task<Submission> StoreAsync(InquiryForm form, IReadOnlyList<FormFile> files, Sealed<FormTicket> ticket, CancellationToken cancellation)
    {
        var fresh = new NewCase(
            SubjectOf(form), Null(form.Name), Null(form.Email), form.WithoutAi, form.PlainLanguage, StatusCode.HashOf(ticket.Fact.Code))
        {
            Wish = form.Wish,
        };
        try
        {
            var accepted = await source.SubmitAsync(writer.Write(form, files, ticket.Fact, ticket.At), fresh, cancellation);
            var due = cases.DueAt(time.GetUtcNow(), urgent: false);
            return new Submission(new Confirmation(accepted.CaseNumber!, ticket.Fact.Code, due, form.Email.Length > 0), []);
        }
        catch (IOException)
        {
            return new Submission(null, [], NotStored: true);
        }
    }

    private static string SubjectOf(InquiryForm form)
    {
        var line = form.Subject.Length > 0 ? form.Subject : form.Text.Split('\n', 2)[0].Trim();
        if (form.Subject.Length > 0 || line.Length <= MadeSubject)
        {
            return line;
        }

        var space = line.LastIndexOf(' ', MadeSubject);
        return line[..(space > MadeSubject / 2 ? space : MadeSubject)] + " …";
    }

    private static string? Null(string text) => text.Length == 0 ? null : text;
}
