using Triage.Models.Drafting;
using Triage.Models.Drafting.Composing;
using Triage.Models.Drafting.LanguageModels;
using Triage.Models.Drafting.Simplifying;
using Triage.Models.Drafting.Translating;
using Triage.Models.Inquiries;
using Triage.Models.Summarizing;
using Triage.Service.Drafting.Standards;
using Triage.Service.Drafting.Summarizing;
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
            AddLanguageModel(builder);
        }

        builder.Services.AddSingleton<DraftsInWork>();
        builder.Services.AddScoped<StandardAnswers>();
        builder.Services.AddScoped<DraftWriter>();
        builder.Services.AddScoped<DraftStep>();
        builder.Services.AddScoped<SummarizeStep>();
        return builder;
    }

    private static void AddLanguageModel(WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("LanguageModel").Get<LanguageModelOptions>()!;
        var town = (Municipality)builder.Services.Single(s => s.ServiceType == typeof(Municipality)).ImplementationInstance!;
        if ((options.Problem() ?? options.UnknownOffice(town)) is { } problem)
        {
            throw new InvalidOperationException(problem);
        }

        // A step whose lease ran out is begun by somebody else, and the model asked twice.
        var lease = builder.Configuration.GetSection("Pipeline").Get<PipelineOptions>()?.LeaseSeconds ?? new PipelineOptions().LeaseSeconds;
        if (options.Deadline.TotalSeconds > 0.8 * lease)
        {
            throw new InvalidOperationException($"LanguageModel:Deadline ({options.Deadline.TotalSeconds:0} s) must be at most four fifths of Pipeline:LeaseSeconds ({lease} s).");
        }

        builder.Services.AddSingleton(s => new LanguageModel(options, new SocketsHttpHandler(), s.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<LanguageModelDrafter>();
        builder.Services.AddSingleton<LetterTranslator>();
        builder.Services.AddSingleton<LetterSimplifier>();
        builder.Services.AddSingleton<ThreadSummarizer>();
    }
}
