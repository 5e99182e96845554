using Triage.Models.Triaging;

namespace Triage.Models.Tests.Triaging;

public sealed class SignsTests
{
    [Theory]
    [InlineData("Guten Morgen, wann haben Sie geöffnet?", false)]
    [InlineData("Das war heute Morgen so, und am Montagmorgen auch.", false)]
    [InlineData("Ich komme jeden Morgen daran vorbei.", false)]
    [InlineData("Der Gerichtsvollzieher kommt morgen um acht.", true)]
    [InlineData("Der Flug geht übermorgen.", true)]
    [InlineData("Heute ist Dienstag, am Donnerstag geht der Flieger.", true)]
    [InlineData("Heute ist Dienstag, am Montag geht der Flieger.", false)]
    [InlineData("Heut Freitag, Montagfrüh ist Räumung.", true)]
    [InlineData("In 2 Tagen läuft alles ab.", true)]
    public void A_near_day_is_resolved_against_the_message(string text, bool soon) =>
        Assert.Equal(soon, Groups(Signs.Urgency, text).Contains(NearDays.Soon));

    [Theory]
    [InlineData("Bitte bis Freitag antworten", NearDays.NextDay)]
    [InlineData("Am Freitag war niemand da", NearDays.OnDay)]
    [InlineData("Seit Freitag ist es dunkel", null)]
    public void A_weekday_alone_may_be_past(string text, string? group) =>
        Assert.Equal(group, Groups(Signs.Urgency, text).Find(g => g is NearDays.NextDay or NearDays.OnDay));

    [Theory]
    [InlineData("Ich sitze auf der Straße", "home")]
    [InlineData("We have no money for food", "money")]
    [InlineData("Lütfen acil yardım edin", "urge")]
    [InlineData("Нас виганяють, нема де ночувати", "home")]
    [InlineData("У меня нет денег и нечего есть", "money")]
    [InlineData("هناك رائحة غاز في البيت", "hz_fire")]
    [InlineData("Jutro przyjdzie komornik, eksmisja", "home")]
    [InlineData("Nous sommes à la rue avec les enfants", "home")]
    [InlineData("فردا پرواز دارم", "soon")]
    [InlineData("Das ist nicht dringend, es hat Zeit", "calm")]
    public void Urgency_is_seen_in_nine_languages(string text, string group) => Assert.Contains(group, Groups(Signs.Urgency, text));

    [Theory]
    [InlineData("Ich bin damit nicht einverstanden und möchte, dass das nochmal geprüft wird.", "reject again")]
    [InlineData("Die Ablehnung nehmen wir nicht hin.", "act reject")]
    [InlineData("I do not agree with this decision, please review it.", "act again")]
    [InlineData("Karara itiraz ediyorum", "act word lodge")]
    [InlineData("Я не згоден з вашим рішенням", "act reject")]
    [InlineData("Nie zgadzam się z decyzją", "act reject")]
    [InlineData("Wie lege ich Widerspruch ein?", "inq word")]
    public void An_objection_is_seen_without_the_word(string text, string groups) => Assert.Superset(new HashSet<string>(groups.Split(' ')), Groups(Signs.Objection, text).ToHashSet());

    [Fact]
    public void What_is_measured_grows_ever_more_slowly_and_ends_with_the_length()
    {
        double Fire(string text) => Signs.Urgency.Measure(TextAnalyzer.Words(text))[Signs.Urgency.Names.ToList().IndexOf("hz_fire")];
        Assert.Equal(0, Fire("Wann ist Markt?"));
        Assert.Equal(1, Fire("Es brennt"));
        Assert.Equal(Math.Sqrt(3), Fire("Es brennt brennt brennt brennt brennt"));
        Assert.Equal(Math.Log(4), Signs.Urgency.Measure(TextAnalyzer.Words("Wann ist Markt?"))[^1]);
        Assert.Equal(Signs.Urgency.Names.Distinct(), Signs.Urgency.Names);
    }

    private static List<string> Groups(Signs signs, string text) => [.. signs.Find(TextAnalyzer.Words(text)).Select(s => s.List)];
}
