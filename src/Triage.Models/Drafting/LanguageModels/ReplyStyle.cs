namespace Triage.Models.Drafting.LanguageModels;

/// <summary>How an office sounds.</summary>
public enum ReplyTone
{
    /// <summary>Warm, and still to the point.</summary>
    Friendly,

    /// <summary>To the point.</summary>
    Plain,
}

/// <summary>How much an office says.</summary>
public enum ReplyLength
{
    /// <summary>At most 80 words.</summary>
    Short,

    /// <summary>At most 150 words.</summary>
    Medium,

    /// <summary>At most 250 words.</summary>
    Long,
}

/// <summary>Tone and length of an office's answers. Closed choices: a setting cannot give the model other orders.</summary>
public sealed record ReplyStyle
{
    public ReplyTone Tone { get; init; } = ReplyTone.Friendly;

    public ReplyLength Length { get; init; } = ReplyLength.Medium;

    internal string Words
    {
        get
        {
            var tone = Tone == ReplyTone.Friendly ? "freundlich und zugewandt, ohne Floskeln" : "sachlich und knapp, höflich";
            var most = Length switch { ReplyLength.Short => 80, ReplyLength.Medium => 150, _ => 250 };
            return $"Ton: {tone}. Länge: höchstens {most} Wörter.";
        }
    }
}
