using System.Globalization;

namespace Triage.Service.Approving;

/// <summary>Reads the form of an answer.</summary>
internal static class ReplyForm
{
    public static ReplyInput Read(IFormCollection form) => new(
        form["Recipient"].ToString(),
        form["Subject"].ToString(),
        Text(form["Text"].ToString()),
        Enum.TryParse<AnswerChannel>(form["Channel"], out var channel) && Enum.IsDefined(channel) ? channel : AnswerChannel.Email,
        form["AsksBack"] == "ja",
        [.. form["Ticked"].OfType<string>().Distinct()],
        [.. form["AttachmentIds"].Select(Number).OfType<long>().Distinct().Order()],
        (int)(Number(form["ReplyVersion"]) ?? 0),
        Number(form["DraftId"]));

    private static string Text(string typed) => typed.Length > ReplyDesk.MaxLength ? typed[..ReplyDesk.MaxLength] : typed;

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
