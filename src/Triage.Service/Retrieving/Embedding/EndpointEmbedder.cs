using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Triage.Models.Triaging;

namespace Triage.Service.Retrieving.Embedding;

/// <summary>
/// An embedding model behind OpenAI's interface (POST /embeddings): OpenAI, vLLM, Ollama, llama.cpp, Text Embeddings
/// Inference. Nothing is repeated here; after a failure it is left alone for a moment, so that no search waits for it twice.
/// </summary>
internal sealed partial class EndpointEmbedder : ITextEmbedder
{
    // Text Embeddings Inference takes 32 unless it is told otherwise; half of that is also sooner done by a small machine.
    private const int MostTexts = 16;
    private const int PassageShare = 6;

    // Of the longest wait: a dead endpoint costs searches a third of the time at most.
    private const int PauseShare = 2;
    private readonly HttpClient http;
    private readonly TimeProvider time;
    private volatile EmbeddingOptions options;
    private long restsUntil;

    private EndpointEmbedder(EmbeddingOptions options, HttpClient http, TimeProvider time) => (this.options, this.http, this.time) = (options, http, time);

    public int Dimensions { get; private set; }

    public string ModelId => $"{Others().Replace(options.Model, "-")}-{options.Fingerprint}-{Dimensions}";

    public bool LeavesProcess => true;

    public bool NeedsScale => true;

    /// <summary>Why the last request failed; null when it did not.</summary>
    public string? Problem { get; private set; }

    /// <summary>Asks for one vector to learn how long they are.</summary>
    /// <exception cref="EmbeddingException">There was no usable answer.</exception>
    public static async Task<EndpointEmbedder> ConnectAsync(EmbeddingOptions options, HttpClient http, TimeProvider time, CancellationToken cancellation)
    {
        var embedder = new EndpointEmbedder(options, http, time);
        embedder.Dimensions = await embedder.LookAsync(cancellation);
        return embedder;
    }

    /// <summary>Asks for one vector, to see whether it answers, and gives its length.</summary>
    /// <exception cref="EmbeddingException">There was no usable answer, or a failure is so fresh that nothing was asked.</exception>
    public async Task<int> LookAsync(CancellationToken cancellation) => (await EmbedAsync(["Guten Tag"], EmbeddingRole.Query, cancellation))[0].Length;

    /// <summary>From now on with this key and these waits, and without a pause.</summary>
    /// <param name="same">Of the same fingerprint: other vectors would not fit those that are there.</param>
    public void Use(EmbeddingOptions same)
    {
        options = same;
        Interlocked.Exchange(ref restsUntil, 0);
    }

    public async Task<float[][]> EmbedAsync(IReadOnlyList<string> texts, EmbeddingRole role, CancellationToken cancellation)
    {
        var prefix = role == EmbeddingRole.Query ? options.QueryPrefix : options.PassagePrefix;
        var seconds = options.TimeoutSeconds * (role == EmbeddingRole.Query ? 1 : PassageShare);
        if (role == EmbeddingRole.Query && time.GetTimestamp() < Interlocked.Read(ref restsUntil))
        {
            throw Error(Problem ?? "rests.");
        }

        try
        {
            var vectors = new List<float[]>(texts.Count);
            foreach (var part in texts.Chunk(MostTexts))
            {
                vectors.AddRange(await AskAsync(Array.ConvertAll(part, t => prefix + Cut(t)), seconds, cancellation));
            }

            (Problem, restsUntil) = (null, 0);
            return [.. vectors];
        }
        catch (EmbeddingException e)
        {
            Problem = e.Message;
            Interlocked.Exchange(ref restsUntil, time.GetTimestamp() + PauseShare * options.TimeoutSeconds * time.TimestampFrequency);
            throw;
        }
    }

    private async Task<float[][]> AskAsync(string[] texts, int seconds, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(seconds));
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, options.Endpoint.TrimEnd('/') + "/embeddings")
            {
                Content = JsonContent.Create(new EmbeddingRequest(options.Model, texts)),
            };
            request.Headers.Authorization = options.ApiKey.Length > 0 ? new AuthenticationHeaderValue("Bearer", options.ApiKey) : null;
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            return response.IsSuccessStatusCode
                ? Vectors(await response.Content.ReadFromJsonAsync<EmbeddingAnswer>(deadline.Token), texts.Length)
                : throw Error(Refusal(response.StatusCode));
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw Error($"did not answer within {seconds} seconds.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Error($"does not answer: {e.Message.TrimEnd('.')}. Check that it runs and that Embedding:Endpoint is its address.", e);
        }
        // The last one: an answer in a charset that nobody knows.
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw Error("did not answer with vectors. Does Embedding:Endpoint end with /v1?", e);
        }
    }

    // What the endpoint says about it may quote a text, and goes nowhere.
    private static string Refusal(HttpStatusCode status) => $"answered with status {(int)status}. " + status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "Check Embedding:ApiKey.",
        HttpStatusCode.NotFound => "Check Embedding:Model, and whether Embedding:Endpoint ends with /v1.",
        HttpStatusCode.BadRequest => "Are texts too long for the model? Then lower Embedding:MostCharacters.",
        HttpStatusCode.RequestEntityTooLarge =>
            $"Are texts too long for the model? Then lower Embedding:MostCharacters. Or does it take fewer than {MostTexts} texts in a request? Then raise its batch size.",
        HttpStatusCode.TooManyRequests => "It is asked too often; it is tried again by itself.",
        _ => "It is tried again by itself.",
    };

    private float[][] Vectors(EmbeddingAnswer? answer, int count) => answer?.Vectors(count, Dimensions)
        ?? throw Error($"did not give one vector of {(Dimensions > 0 ? $"{Dimensions} numbers" : "one length")} for each text. Is Embedding:Model an embedding model?");

    private string Cut(string text) => text.Length <= options.MostCharacters ? text
        : text[..(options.MostCharacters - (char.IsHighSurrogate(text[options.MostCharacters - 1]) ? 1 : 0))];

    private EmbeddingException Error(string text, Exception? inner = null) =>
        new(text.StartsWith("The embedding model", StringComparison.Ordinal) ? text : $"The embedding model {options} {text}", inner);

    [GeneratedRegex("[^A-Za-z0-9._-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Others();
}
