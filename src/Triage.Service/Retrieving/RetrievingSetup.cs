namespace Triage.Service.Retrieving;

internal static class RetrievingSetup
{
    public static WebApplicationBuilder AddRetrieving(this WebApplicationBuilder builder) => builder;
}
