namespace Triage.Models.Drafting.LanguageModels;

/// <summary>Stands before the SDK: remembers Retry-After, and refuses pages that are no answer of a model.</summary>
internal sealed class EndpointGuard(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>What the endpoint asked for in its last refusal; null when it did not.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RetryAfter = null;
        var response = await base.SendAsync(request, cancellationToken);
        RetryAfter = response.Headers.RetryAfter?.Delta;
        var type = response.Content.Headers.ContentType?.MediaType;
        if (response.IsSuccessStatusCode && type is not ("application/json" or "text/event-stream"))
        {
            response.Dispose();
            throw new UnusableReplyException($"The endpoint answered with {type ?? "no content type"} instead of a model's answer.");
        }

        return response;
    }
}
