using Triage.Models.Inquiries;
using Triage.Models.Retrieving;

namespace Triage.Models.Tests.Retrieving;

public sealed class QuestionFinderTests
{
    [Theory]
    [InlineData("Guten Tag,\n\nwas kostet die Anmeldung? Und wo melde ich mich?", new[] { "was kostet die Anmeldung?", "Und wo melde ich mich?" })]
    [InlineData("Ich wollte fragen, ob das Freibad am Montag offen ist. Wir sind fünf.", new[] { "Ich wollte fragen, ob das Freibad am Montag offen ist." })]
    [InlineData("wie viele unterschriften brauch ich für den antrag", new[] { "wie viele unterschriften brauch ich für den antrag" })]
    [InlineData("Do I have to register my dog? Thank you!", new[] { "Do I have to register my dog?" })]
    [InlineData("Это каждый вторник? Спасибо.", new[] { "Это каждый вторник?" })]
    [InlineData("هل يجب أن أسجل كلبي؟", new[] { "هل يجب أن أسجل كلبي؟" })]
    public void Questions_are_found_however_they_are_asked(string text, string[] questions)
    {
        var found = Find(text);

        Assert.Equal(questions, found.Select(q => q.Text));
        Assert.All(found, q => Assert.Equal(ConcernKind.Question, q.Kind));
        Assert.All(found, q => Assert.Equal(q.Text, text.Substring(q.Start, q.Text.Length)));
    }

    [Fact]
    public void A_request_is_found_and_comes_after_the_questions()
    {
        var found = Find("Ich brauche eine neue Mülltonne. Was kostet die?");

        Assert.Equal([(ConcernKind.Question, "Was kostet die?"), (ConcernKind.Request, "Ich brauche eine neue Mülltonne.")], found.Select(q => (q.Kind, q.Text)));
    }

    [Theory]
    [InlineData("Ich bitte um Rückmeldung.")]
    [InlineData("Vielen Dank im Voraus!")]
    [InlineData("Können Sie mir da weiterhelfen?")]
    [InlineData("Die Laterne vor Haus 12 ist dunkel.")]
    [InlineData("???")]
    [InlineData("")]
    public void Courtesies_and_statements_ask_nothing(string text) => Assert.Empty(Find(text));

    [Fact]
    public void A_mail_of_many_questions_costs_no_more_than_five_searches() =>
        Assert.Equal(5, Find(string.Join(' ', Enumerable.Range(1, 50).Select(i => $"Was kostet Ding {i}?"))).Count);

    private static IReadOnlyList<FoundQuestion> Find(string text) => QuestionFinder.Find(new Inquiry("1", "", text));
}
