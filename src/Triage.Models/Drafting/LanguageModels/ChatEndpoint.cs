using System.Text;
using Azure.Identity;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;

namespace Triage.Models.Drafting.LanguageModels;

/// <summary>What a model said, why it ended (null: it was cut off), and what it cost in tokens.</summary>
internal sealed record ChatAnswer(string Text, string? Reason, int InputTokens, int OutputTokens)
{
    /// <exception cref="UnusableReplyException">It was cut, or stopped for another reason than being at its end.</exception>
    public string Whole() => string.Equals(Reason, "stop", StringComparison.OrdinalIgnoreCase) ? Text
        : throw new UnusableReplyException(Reason is null ? "The answer was cut off." : $"The answer ended with the reason '{Reason}'.")
        {
            AgainIsVain = string.Equals(Reason, "length", StringComparison.OrdinalIgnoreCase),
        };
}

/// <summary>One question to one endpoint, through Semantic Kernel. Retries are made by the caller alone.</summary>
internal sealed class ChatEndpoint : IDisposable
{
    private const string NoKey = "none";

    private readonly LanguageModelOptions options;
    private readonly EndpointGuard guard;
    private readonly HttpClient client;
    private readonly Kernel kernel;

    public ChatEndpoint(LanguageModelOptions options, HttpMessageHandler handler)
    {
        this.options = options;
        guard = new EndpointGuard(handler);

        // With a client of one's own the connector neither retries nor sets a timeout: the deadline is ours.
        client = new HttpClient(guard) { Timeout = Timeout.InfiniteTimeSpan };
        var builder = Kernel.CreateBuilder();
        _ = (options.Kind, options.ApiKey) switch
        {
            (LanguageModelKind.AzureOpenAI, null) => builder.AddAzureOpenAIChatCompletion(options.Model, options.Endpoint.ToString(), new DefaultAzureCredential(), httpClient: client),
            (LanguageModelKind.AzureOpenAI, { } key) => builder.AddAzureOpenAIChatCompletion(options.Model, options.Endpoint.ToString(), key, httpClient: client),
            _ => builder.AddOpenAIChatCompletion(options.Model, options.Endpoint, options.ApiKey ?? NoKey, httpClient: client),
        };
        kernel = builder.Build();
    }

    public TimeSpan? RetryAfter => guard.RetryAfter;

    /// <param name="prompt">What is asked.</param>
    /// <param name="begun">Called once, when the answer's first characters are there.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ChatAnswer> AskAsync(Prompt prompt, Action begun, CancellationToken cancellation)
    {
        var history = new ChatHistory(prompt.System);
        history.AddUserMessage(prompt.User);
        var text = new StringBuilder();
        string? reason = null;
        ChatTokenUsage? usage = null;
        var chat = kernel.GetRequiredService<IChatCompletionService>();
        await foreach (var part in chat.GetStreamingChatMessageContentsAsync(history, Settings(prompt), kernel, cancellation))
        {
            if (text.Length == 0 && part.Content is { Length: > 0 })
            {
                begun();
            }

            text.Append(part.Content);
            reason = part.Metadata?.GetValueOrDefault("FinishReason")?.ToString() is { Length: > 0 } said ? said : reason;
            usage = part.Metadata?.GetValueOrDefault("Usage") as ChatTokenUsage ?? usage;
        }

        return new ChatAnswer(text.ToString(), reason, usage?.InputTokenCount ?? 0, usage?.OutputTokenCount ?? 0);
    }

    public void Dispose() => client.Dispose();

    private OpenAIPromptExecutionSettings Settings(Prompt prompt) => new()
    {
        Temperature = 0,
        MaxTokens = Math.Max(options.MostTokens, prompt.LongestAnswer),
        ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString(prompt.Schema), jsonSchemaIsStrict: true),
    };
}
