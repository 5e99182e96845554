using Triage.Models.Triaging;

namespace Triage.Models.Tests.Triaging;

public sealed class MessageLanguageTests
{
    [Theory]
    [InlineData("de", "Wann hat das Rathaus am Samstag geöffnet?")]
    [InlineData("de", "Moin, wi hebbt al siet Weken keen Licht in uns Straat, kiekt dor mal een na?")]
    [InlineData("en", "Could you please tell me where I can register my new address?")]
    [InlineData("tr", "Merhaba, yeni adresimi nereye bildirmem gerekiyor?")]
    [InlineData("uk", "Добрий день, де я можу зареєструвати своє житло?")]
    [InlineData("ru", "Здравствуйте, где я могу получить новый паспорт?")]
    [InlineData("ar", "مرحبا، أين يمكنني تسجيل عنواني الجديد في المدينة؟")]
    [InlineData("pl", "Dzień dobry, gdzie mogę zameldować się w nowym mieszkaniu?")]
    [InlineData("fr", "Bonjour, où puis-je déclarer ma nouvelle adresse s'il vous plaît ?")]
    [InlineData("fa", "سلام، چگونه می‌توانم آدرس جدیدم را ثبت کنم؟")]
    public void The_nine_languages_are_told_apart(string language, string text) => Assert.Equal(language, Of(text).Code);

    [Theory]
    [InlineData("Buenos días, necesito una cita para mi pasaporte, por favor.")]
    [InlineData("Goedendag, ik heb een vraag over het paspoort van mijn zoon.")]
    [InlineData("Dobar dan, trebam termin za moj pasoš, da li je to moguće?")]
    [InlineData("您好，我想申请护照")]
    public void Another_language_is_foreign_instead_of_the_nearest_of_nine(string text) => Assert.True(Of(text).Foreign);

    [Theory]
    [InlineData("ok")]
    [InlineData("12345")]
    [InlineData("")]
    public void Under_four_words_unknown_is_an_answer(string text) => Assert.Equal((MessageLanguage.Unknown, false), (Of(text).Code, Of(text).Foreign));

    private static MessageLanguage Of(string text) => MessageLanguage.Of(text, TextAnalyzer.Words(text));
}
