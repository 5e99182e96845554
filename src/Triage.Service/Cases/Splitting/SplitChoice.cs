using System.Security.Cryptography;
using System.Text;
using Triage.Models.Splitting;
using Triage.Service.Intake;

namespace Triage.Service.Cases.Splitting;

/// <summary>What a person chose on the split page.</summary>
/// <param name="Message">The citizen's message.</param>
/// <param name="Chosen">Numbers of its sentences, from 0.</param>
/// <param name="Target">Whose the new case is.</param>
/// <param name="Subject">Its subject; empty: named after its topic.</param>
/// <param name="FileIds">The message's attachments that belong to it.</param>
/// <param name="SuggestedTopic">The further topic that was suggested and led here; null: none.</param>
/// <param name="CaseVersion">The version of the case that the person saw.</param>
internal sealed record SplitChoice(
    CaseMessage Message, IReadOnlyList<int> Chosen, Target Target, string Subject, IReadOnlyList<long> FileIds, string? SuggestedTopic, int CaseVersion)
{
    /// <summary>The longest subject of a case split off, in UTF-16 units.</summary>
    public const int MaxSubject = 200;

    public IReadOnlyList<TextPlace> Sentences { get; } = MessageParts.Of(Message.Text);

    public IReadOnlyList<TextPlace> Places => [.. Chosen.Order().Select(i => Sentences[i])];

    public string Text => MessageParts.Text(Message.Text, Sentences, Chosen);

    /// <summary>The same message, sentences and target give the same key.</summary>
    public string Key
    {
        get
        {
            var places = string.Join(',', Places.Select(p => $"{p.Start}+{p.Length}"));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Message.Id}|{places}|{Target.Department}/{Target.Topic}")));
        }
    }
}
