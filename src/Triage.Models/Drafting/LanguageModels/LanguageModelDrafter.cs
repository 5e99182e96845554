using System.Globalization;
using Triage.Models.Drafting.Composing;
using Triage.Models.Drafting.Pseudonymizing;
using Triage.Models.Retrieving;

namespace Triage.Models.Drafting.LanguageModels;

/// <summary>
/// Lets a language model draft. Personal data is masked before it leaves the process and put back afterwards; an answer that
/// is cut, of another shape, or cites or names what it was not given is refused.
/// </summary>
public sealed class LanguageModelDrafter(LanguageModel model, ReplyComposer composer)
{
    /// <summary>Recorded on every draft.</summary>
    public const string PromptVersion = "reply.v2";

    private const int MostPassages = 8;

    // A 200 KB mail must not crowd out the sources: its beginning says what it is about.
    private const int MostOfInquiry = 8_000;
    private const string Cut = "\n[… gekürzt …]";

    internal Task<ModelOutcome<Draft>> DraftAsync(DraftRequest request, IProgress<ModelProgress>? progress, CancellationToken cancellation)
    {
        var pseudonyms = new Pseudonyms();
        // A name that the mail program alone tells is found in the message too.
        if (LetterMask.Mask([request.Inquiry.Subject, request.Inquiry.Text], KnownPeople.Of(request.SenderName), pseudonyms) is not [var subject, var text])
        {
            return Task.FromResult(new ModelOutcome<Draft>(null, ModelFailure.Unread, ModelUse.None(PromptVersion, model.Options.Model)));
        }

        var passages = request.Found.Passages.Take(MostPassages)
            .Select((p, i) => (Mark: ((char)('A' + i)).ToString(CultureInfo.InvariantCulture), p.Passage)).ToList();
        return model.AskAsync(
            Prompt.Of(PromptVersion, ModelReply.Schema, Fields(request, subject.Length == 0 ? text : $"{subject}\n\n{text}", passages)),
            async (answer, stop) =>
            {
                var draft = await ReplyReader.ReadAsync(ModelReply.Parse(answer), passages, pseudonyms, request, composer, stop);
                return draft with { Model = model.Options.Model, PromptVersion = PromptVersion };
            },
            progress, cancellation);
    }

    private IEnumerable<(string Name, string Value)> Fields(DraftRequest request, string inquiry, IReadOnlyList<(string Mark, Passage Passage)> passages) =>
    [
        ("style", model.Options.Style(request.Classification.Department).Words),
        ("office", Prompt.Data(request.Municipality.Department(request.Classification.Department)?.Name ?? request.Municipality.Name)),
        ("kind", Prompt.Data(request.Municipality.Kind(request.Classification.Kind)?.Name ?? request.Classification.Kind)),
        ("passages", Prompt.Passages(passages)),
        ("inquiry", Prompt.Data(inquiry.Length > MostOfInquiry ? inquiry[..MostOfInquiry] + Cut : inquiry)),
    ];
}
