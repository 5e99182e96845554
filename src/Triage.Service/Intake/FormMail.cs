using System.Text;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;
using Triage.Service.Sending;

namespace Triage.Service.Intake;

/// <summary>A file as the form brought it.</summary>
internal sealed record FormFile(string Name, string MediaType, byte[] Content);

/// <summary>Who writes, as far as they said.</summary>
internal sealed record FormSender(string Name, string Email);

/// <summary>
/// Writes what a form brought as a mail, the same bytes for the same form and ticket, so that the web goes the way of
/// every other message and a double click is recognised.
/// </summary>
internal sealed class FormMail(IOptions<MailOptions> options)
{
    /// <summary>Headers of the form's further fields begin with this. They are a record; nothing reads them.</summary>
    public const string Header = "X-Triage-Web-";

    public byte[] Write(InquiryForm form, IReadOnlyList<FormFile> files, FormTicket ticket, DateTimeOffset at)
    {
        using var mail = Blank(new FormSender(form.Name, form.Email), form.Subject, ticket, at);
        var wish = form.Wish;
        AddHeader(mail, "Answer", wish.AnswerBy.ToString());
        AddHeader(mail, "Name", form.Name);
        AddHeader(mail, "Place", wish.Place);
        AddHeader(mail, "Phone", wish.Phone);
        AddHeader(mail, "Address", wish.PostalAddress?.Replace("\n", ", ", StringComparison.Ordinal));
        AddHeader(mail, "Plain-Language", form.PlainLanguage ? "yes" : null);
        AddHeader(mail, "Without-AI", form.WithoutAi ? "yes" : null);
        return Bytes(mail, form.Text, files, ticket);
    }

    /// <summary>An addition to a known case.</summary>
    public byte[] WriteAddition(FormSender sender, string subject, string text, IReadOnlyList<FormFile> files, FormTicket ticket, DateTimeOffset at)
    {
        using var mail = Blank(sender, subject, ticket, at);
        return Bytes(mail, text, files, ticket);
    }

    private MimeMessage Blank(FormSender sender, string subject, FormTicket ticket, DateTimeOffset at)
    {
        var mail = new MimeMessage { Subject = MailWriter.OneLine(subject), Date = at };
        mail.Headers.Remove(HeaderId.MessageId);
        if (MailWriter.IsAddress(sender.Email))
        {
            mail.From.Add(new MailboxAddress(MailWriter.OneLine(sender.Name), sender.Email));
        }

        mail.To.Add(new MailboxAddress(options.Value.FromName, options.Value.From));
        // Two people may send the same words in the same second: the form's id tells their mails apart.
        AddHeader(mail, "Form", ticket.Id);
        return mail;
    }

    private static void AddHeader(MimeMessage mail, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            mail.Headers.Add(Header + name, Encoding.UTF8, MailWriter.OneLine(value));
        }
    }

    private static byte[] Bytes(MimeMessage mail, string text, IReadOnlyList<FormFile> files, FormTicket ticket)
    {
        var part = new TextPart(TextFormat.Plain);
        part.SetText(Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        part.ContentTransferEncoding = ContentEncoding.Base64;
        mail.Body = files.Count == 0 ? part : Mixed(part, files, ticket);
        using var stream = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        mail.WriteTo(format, stream);
        return stream.ToArray();
    }

    private static Multipart Mixed(TextPart text, IReadOnlyList<FormFile> files, FormTicket ticket)
    {
        // The browser never sees the ticket's id, so no text can hold the boundary.
        var mixed = new Multipart("mixed") { Boundary = $"=_{ticket.Id}" };
        mixed.Add(text);
        foreach (var file in files)
        {
            mixed.Add(new MimePart(TypeOf(file))
            {
                Content = new MimeContent(new MemoryStream(file.Content)),
                ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
                ContentTransferEncoding = ContentEncoding.Base64,
                FileName = MailWriter.OneLine(file.Name),
            });
        }

        return mixed;
    }

    // A browser's word for a file; one that would make it a part of the mail itself does not count.
    private static ContentType TypeOf(FormFile file) =>
        ContentType.TryParse(file.MediaType, out var type) && type.MediaType is not ("multipart" or "message")
            ? new ContentType(type.MediaType, type.MediaSubtype)
            : new ContentType("application", "octet-stream");
}
