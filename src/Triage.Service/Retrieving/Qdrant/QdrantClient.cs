using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace Triage.Service.Retrieving.Qdrant;

/// <summary>One request and its answer over Qdrant's REST interface, version 1.10 or newer. Nothing is repeated here.</summary>
internal sealed class QdrantClient : IDisposable
{
    private const int WriteShare = 12;
    private const int MostOfError = 300;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly HttpClient http;
    private readonly TimeSpan patience;
    private readonly string name;

    public QdrantClient(IOptions<QdrantOptions> options)
    {
        var endpoint = new Uri(options.Value.Endpoint.TrimEnd('/') + "/");
        patience = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
        name = $"Qdrant at {endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')}";
        // A redirect would carry the key to another host.
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            BaseAddress = endpoint,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        if (options.Value.ApiKey.Length > 0)
        {
            http.DefaultRequestHeaders.TryAddWithoutValidation("api-key", options.Value.ApiKey);
        }
    }

    /// <summary>Reads something: within the time of a search.</summary>
    /// <exception cref="QdrantException">There was no usable answer.</exception>
    public Task<T> ReadAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellation) =>
        SendAsync<T>(method, path, body, patience, cancellation);

    /// <summary>Changes something, which may take longer.</summary>
    /// <exception cref="QdrantException">There was no usable answer.</exception>
    public Task WriteAsync(HttpMethod method, string path, object? body, CancellationToken cancellation) =>
        SendAsync<JsonElement>(method, path, body, WriteShare * patience, cancellation);

    /// <summary>An error about this Qdrant.</summary>
    public QdrantException Error(string text, Exception? inner = null) => new($"{name} {text}", inner);

    public void Dispose() => http.Dispose();

    private async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, TimeSpan atMost, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(atMost);
        try
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Json);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            return await ReadAsync<T>(response, $"{method} /{path.Split('?')[0]}", deadline.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw Error($"did not answer within {atMost.TotalSeconds:0} seconds. Is it overloaded?", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Error($"does not answer: {e.Message.TrimEnd('.')}. Check that it runs and that Qdrant:Endpoint is its address.", e);
        }
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage response, string asked, CancellationToken cancellation)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw Error(response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                ? $"refuses the key ({(int)response.StatusCode}). Check Qdrant:ApiKey; it needs read and write access."
                : $"answered {asked} with {(int)response.StatusCode}{await ReasonAsync(response, cancellation)}");
        }

        try
        {
            var answer = await response.Content.ReadFromJsonAsync<Answer<T>>(Json, cancellation);
            return answer is { Result: { } result } ? result : throw Error($"answered {asked} without a result.");
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            throw Error($"answered {asked} with something that is not Qdrant's JSON. Is Qdrant:Endpoint the address of its REST interface?", e);
        }
    }

    private static async Task<string> ReasonAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            var error = (await response.Content.ReadFromJsonAsync<ErrorAnswer>(Json, cancellation))?.Status?.Error;
            return error is null ? "." : $": {(error.Length > MostOfError ? error[..MostOfError] : error)}";
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return ".";
        }
    }

    // The last one: an answer in a charset that nobody knows.
    private static bool IsUnreadable(Exception e) => e is JsonException or NotSupportedException or InvalidOperationException;
}
