using System.Xml.Linq;
using Triage.Evaluation.Reporting.Figures;

namespace Triage.Evaluation.Reporting.Pages;

/// <summary>Whether what answers is found, and what drafts make of it.</summary>
internal static class AnsweringSection
{
    public static XElement Write(RetrievalFigures found, DraftFigures drafts, NoSourceFigures noSource) => Html.Section("answers", "Sources and drafts",
        Html.Paragraph($"{found.Answerable} golden inquiries that the knowledge answers and {found.Unanswerable} that it does not; whole messages are searched with. Drafts are composed from passages, without a language model."),
        Html.Table("Sources", ["figure", "value"],
        [
            ["an answering article among the first five passages", Shown.Percent(found.AmongFirstFive)],
            ["an answering article first", Shown.Percent(found.First)],
            ["mean reciprocal rank", Shown.Number(found.MeanReciprocalRank)],
            ["nothing near found where nothing answers", Shown.Percent(found.NoSourceRight)],
            ["nothing near found where something answers", Shown.Percent(found.Lost)],
        ]),
        Html.Table("Drafts that say there is no source", ["which inquiries", "where nothing answers", "where something answers"],
        [
            Row("all, by the label “answerable”: a general text could answer", noSource.ByLabel),
            Row("those that were looked up in the knowledge", noSource.ByKnowledge),
        ]),
        Html.Table("Drafts for answerable inquiries", ["figure", "value"],
        [
            ["drafted", $"{Shown.Count(drafts.Drafted)} of {Shown.Count(drafts.Answerable)}"],
            ["all required facts and nothing wrong", Shown.Percent(drafts.Right)],
            ["required facts said", Shown.Percent(drafts.Facts)],
            ["says something wrong", Shown.Percent(drafts.Wrong)],
            ["median readability (LIX)", Shown.Milliseconds(drafts.MedianLix)],
            ["ms from message to draft, median", Shown.Milliseconds(drafts.MedianMs)],
            ["ms from message to draft, p99", Shown.Milliseconds(drafts.P99Ms)],
        ]));

    private static string[] Row(string which, NoSourceShares shares) =>
        [which, $"{Shown.Percent(shares.Right)} of {shares.Unanswerable}", $"{Shown.Percent(shares.Lost)} of {shares.Answerable}"];
}
