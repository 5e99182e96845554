using Triage.Service.Web;

namespace Triage.Service.Drafting.Standards;

/// <summary>A topic in the list: the newest wording of its standard answer, and the one in force (null: none).</summary>
public sealed record StandardAnswerRow(string Topic, string Name, string Office, int? Newest, int? InForce);

/// <summary>A topic's standard answer with its newest wording, placeholders as they were written.</summary>
public sealed record StandardAnswerView(string Topic, string Name, string Office, int? Newest, int? InForce, string Text)
{
    /// <summary>The newest wording as a citizen would read it.</summary>
    public string Filled { get; init; } = "";

    public FormError? Error { get; init; }
}
