using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Triage.Service.Accounts;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Approving;

public sealed class ReplyFileTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Fact]
    public async Task A_file_goes_with_the_answer_under_a_harmless_name_and_stands_on_the_review_page()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Formular", "steueramt");
        await UploadAsync(clerk, id, "../../formular.txt", "Inhalt");

        var review = await clerk.ReviewAsync(id, ("Text", "Guten Tag, anbei das Formular."));

        Assert.Equal("formular.txt", Files(review));
        var frozen = await host.InDatabaseAsync(db => db.FrozenMails.AsNoTracking().SingleAsync(m => m.CaseId == id));
        using var stream = new MemoryStream(frozen.Mime);
        var part = (MimePart)(await MimeMessage.LoadAsync(stream)).Attachments.Single();
        using var content = new MemoryStream();
        await part.Content!.DecodeToAsync(content);
        Assert.Equal(("formular.txt", "Inhalt"), (part.FileName, Encoding.UTF8.GetString(content.ToArray())));
    }

    [Fact]
    public async Task A_file_that_is_not_ticked_any_more_does_not_go_along()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var id = await host.CaseAsync("Formular", "steueramt");
        await UploadAsync(clerk, id, "formular.txt", "Inhalt");

        var review = await clerk.ReviewAsync(id, ("Text", "Guten Tag, ohne Formular."), ("AttachmentIds", null));

        Assert.Equal("keine", Files(review));
    }

    [Fact]
    public async Task A_file_of_another_case_does_not_go_along()
    {
        using var clerk = await host.SignInAsync(StaffRole.Clerk, "steueramt");
        var (mine, other) = (await host.CaseAsync("Meiner", "steueramt"), await host.CaseAsync("Fremder", "steueramt"));
        await UploadAsync(clerk, other, "geheim.txt", "Fremd");
        var file = await host.InDatabaseAsync(db => db.Attachments.Where(a => a.CaseId == other).Select(a => a.Id).SingleAsync());

        var review = await clerk.ReviewAsync(mine, ("Text", "Guten Tag."), ("AttachmentIds", file.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal("keine", Files(review));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/vorgang/{mine}/anlage/{file}")).Status);
    }

    private static string Files(Answer review) => review.Document.QuerySelector("dl div:last-child dd")!.TextContent;

    private static async Task UploadAsync(Visitor clerk, long id, string name, string content)
    {
        var page = await clerk.GetAsync($"/vorgang/{id}");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("0"), "ReplyVersion" },
            { new StringContent("erika@example.org"), "Recipient" },
            { new StringContent("Formular"), "Subject" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "Files", name },
        };
        using var answer = await clerk.Http.PostAsync(new Uri($"/vorgang/{id}/speichern", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }
}
