namespace Triage.Models.Triaging;

/// <summary>A trained router is missing or damaged: cases wait for people, without suggestions. The message says what to do.</summary>
public sealed class ModelException : Exception
{
    public ModelException(string folder, string reason, Exception? inner = null)
        : base($"The router in '{folder}' cannot be used: {reason} Train it again (eng/train.sh) or restore the folder.", inner)
    {
        Folder = folder;
        Reason = reason;
    }

    public string Folder { get; }

    public string Reason { get; }
}
