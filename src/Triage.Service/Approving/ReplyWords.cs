namespace Triage.Service.Approving;

internal static class ReplyWords
{
    public static string Channel(AnswerChannel channel) => channel switch
    {
        AnswerChannel.Email => "E-Mail",
        AnswerChannel.Letter => "Brief",
        _ => "Telefon",
    };
}
