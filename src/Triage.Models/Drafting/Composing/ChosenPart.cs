using Triage.Models.Drafting.Grounding;
using Triage.Models.Retrieving;

namespace Triage.Models.Drafting.Composing;

/// <summary>Sentences of one passage in their order, chosen for one question.</summary>
internal sealed record ChosenPart(Passage Passage, IReadOnlyList<TextUnit> Units);

/// <summary>The answer to one question; no parts: it stays open.</summary>
internal sealed record Answer(FoundQuestion? Question, Intent? Intent, IReadOnlyList<ChosenPart> Parts);
