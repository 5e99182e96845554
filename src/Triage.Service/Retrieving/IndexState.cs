namespace Triage.Service.Retrieving;

/// <summary>Who searches the knowledge now, in words for people who run the program.</summary>
internal sealed record IndexState(string Text, bool Fine);
