using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Triage.Service.Web;

/// <summary>Answers with a Razor component, rendered on the server; no page needs JavaScript.</summary>
internal static class Page
{
    public static RazorComponentResult<T> Of<T>(object? parameters = null, int status = StatusCodes.Status200OK)
        where T : IComponent =>
        parameters is null ? new RazorComponentResult<T> { StatusCode = status } : new RazorComponentResult<T>(parameters) { StatusCode = status };

    /// <summary>After a POST: the address to look at (303, so that a reload sends nothing again).</summary>
    public static IResult SeeOther(string address) => new SeeOtherResult(address);

    private sealed class SeeOtherResult(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
