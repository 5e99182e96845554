using Triage.Service.Web;

namespace Triage.Service.Intake;

/// <summary>
/// What a citizen sent when the half hour of their case's page was over: shown again, so that nothing is lost, and taken
/// as soon as number and code are given with it.
/// </summary>
public abstract record LateForm(string Number, string Text)
{
    /// <summary>The page that asks for number and code and holds what was typed. No errors: it was sent from the case's page.</summary>
    internal IResult Ask(IReadOnlyList<FormError> errors, int status = StatusCodes.Status422UnprocessableEntity) =>
        Page.Of<LateFormPage>(new { Late = this, Errors = errors }, status);

    /// <summary>The page after <see cref="StatusDoor"/> stayed closed: the code is said to be wrong only if one was given.</summary>
    internal IResult Ask(IFormCollection form) => Ask(StatusDoor.HasCode(form) ? [StatusDoor.Unknown] : []);
}

/// <summary>An addition to a case. Files do not come back from a browser: <paramref name="LostFiles"/> says that there were some.</summary>
public sealed record LateAddition(string Number, string Text, string Ticket, bool LostFiles) : LateForm(Number, Text);

/// <summary>A judgement of an answer.</summary>
public sealed record LateFeedback(string Number, string Text, string Verdict) : LateForm(Number, Text);
