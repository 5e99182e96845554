using Triage.Service.Approving;

namespace Triage.Service.Intake;

/// <summary>The web form as it was filled in. Nothing in it is trusted; <see cref="InquiryFormCheck"/> says what is wrong.</summary>
public sealed record InquiryForm
{
    public string Subject { get; init; } = "";

    public string Text { get; init; } = "";

    public string Place { get; init; } = "";

    /// <summary>"email", "brief" or "telefon".</summary>
    public string Answer { get; init; } = "email";

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Street { get; init; } = "";

    public string PostalCode { get; init; } = "";

    public string City { get; init; } = "";

    public bool PlainLanguage { get; init; }

    public bool WithoutAi { get; init; }

    /// <summary>A field that people do not see; a program that fills in everything betrays itself.</summary>
    public string Trap { get; init; } = "";

    /// <summary>The sealed <see cref="FormTicket"/>.</summary>
    public string Ticket { get; init; } = "";

    internal AnswerChannel AnswerBy => Answer switch
    {
        "brief" => AnswerChannel.Letter,
        "telefon" => AnswerChannel.Phone,
        _ => AnswerChannel.Email,
    };

    internal Wish Wish => new(
        AnswerBy,
        AnswerBy == AnswerChannel.Phone ? Phone : null,
        AnswerBy == AnswerChannel.Letter ? $"{Street}\n{PostalCode} {City}" : null,
        Place.Length == 0 ? null : Place);

    internal static InquiryForm From(IFormCollection form) => new()
    {
        Subject = Line(form["betreff"]),
        Text = form["anliegen"].ToString().ReplaceLineEndings("\n").Trim(),
        Place = Line(form["ort"]),
        Answer = form["antwort"].ToString(),
        Name = Line(form["name"]),
        Email = Line(form["email"]),
        Phone = Line(form["telefon"]),
        Street = Line(form["strasse"]),
        PostalCode = Line(form["plz"]),
        City = Line(form["stadt"]),
        PlainLanguage = form["einfach"] == "ja",
        WithoutAi = form["ohneki"] == "ja",
        Trap = form["website"].ToString(),
        Ticket = form["schein"].ToString(),
    };

    // What stands in one line on a form is one line, whatever was sent (fault 18).
    private static string Line(Microsoft.Extensions.Primitives.StringValues value) => Sending.MailWriter.OneLine(value.ToString());
}
