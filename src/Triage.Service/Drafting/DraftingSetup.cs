using Triage.Models.Drafting;
using Triage.Models.Drafting.Composing;
using Triage.Models.Drafting.LanguageModels;
using Triage.Service.Drafting.Standards;
using Triage.Service.Triaging;

namespace Triage.Service.Drafting;

internal static class DraftingSetup
{
    /// <summary>Adds drafting: composed from passages, and by a language model where section "LanguageModel" names one.</summary>
    /// <exception cref="InvalidOperationException">The section is there, but not right.</exception>
    public static WebApplicationBuilder AddDrafting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(s => new ReplyComposer(s.GetRequiredService<EmbedderHost>().Current));
        builder.Services.AddSingleton(s => new ReplyDrafter(s.GetRequiredService<ReplyComposer>(), s.GetService<LanguageModelDrafter>()));
        if (builder.Configuration["LanguageModel:Endpoint"] is { Length: > 0 })
        {
            var options = builder.Configuration.GetSection("LanguageModel").Get<LanguageModelOptions>()!;
            if (options.Problem() is { } problem)
            {
                throw new InvalidOperationException(problem);
            }

            builder.Services.AddSingleton(s => new LanguageModelDrafter(
                options, s.GetRequiredService<ReplyComposer>(), new SocketsHttpHandler(), s.GetRequiredService<TimeProvider>()));
        }

        builder.Services.AddScoped<StandardAnswers>();
        builder.Services.AddScoped<DraftWriter>();
        builder.Services.AddScoped<DraftStep>();
        return builder;
    }
}
