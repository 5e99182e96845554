using Microsoft.EntityFrameworkCore;
using Triage.Service.Tests.Support;

namespace Triage.Service.Tests.Intake;

public sealed class MailAttachmentTests(ServiceHost host) : IClassFixture<ServiceHost>
{
    [Fact]
    public async Task Fault_45_the_name_of_an_attachment_never_becomes_a_path()
    {
        const string Mail = """
            From: erika@example.org
            Subject: Foto
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=grenze

            --grenze
            Content-Type: text/plain

            Anbei.
            --grenze
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename="../../../../tmp/triage-fault-45"
            Content-Transfer-Encoding: base64

            SGFsbG8=
            --grenze--
            """;
        var id = await host.ReceiveAsync(Mail);

        var kept = Assert.Single((await host.InDatabaseAsync(db => db.Messages.Include(m => m.Attachments).FirstAsync(m => m.CaseId == id))).Attachments);
        Assert.Equal("triage-fault-45", kept.FileName);
        Assert.Equal("Hallo", await File.ReadAllTextAsync(Path.Combine(host.Folder, "content", kept.Sha256[..2], kept.Sha256)));
        Assert.False(File.Exists("/tmp/triage-fault-45"));
    }
}
