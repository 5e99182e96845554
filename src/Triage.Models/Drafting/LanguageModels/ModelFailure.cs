using System.ClientModel;
using Microsoft.SemanticKernel;

namespace Triage.Models.Drafting.LanguageModels;

/// <summary>Says in words why a model's answer was not used, without a word of the answer. What begins otherwise is about the answer itself.</summary>
public static class ModelFailure
{
    public const string Late = "The language model did not answer in time.";
    public const string LeftAlone = "The language model failed several times and is left alone for a moment.";
    public const string Endpoint = "The language model's endpoint answered with status ";
    public const string Unreachable = "The language model could not be used ";
    public const string OtherFacts = "The translation has other numbers, dates or addresses than the German text ";

    public const string Unread = "The text could not be searched for personal data to its end, and so was not sent.";
    public const string LeftOut = "The simple text leaves out a number, date or address of the letter.";

    internal static string Reason(Exception e, bool late) => e switch
    {
        _ when late => Late,
        UnusableReplyException => e.Message,
        HttpOperationException { InnerException: UnusableReplyException inner } => inner.Message,
        HttpOperationException { StatusCode: { } status } => $"{Endpoint}{(int)status}.",
        ClientResultException { InnerException: UnusableReplyException inner } => inner.Message,
        ClientResultException { Status: > 0 } refused => $"{Endpoint}{refused.Status}.",
        _ => $"{Unreachable}({e.GetType().Name}).",
    };
}
