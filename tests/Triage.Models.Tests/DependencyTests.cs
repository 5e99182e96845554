using Triage.Models.Inquiries;

namespace Triage.Models.Tests;

public sealed class DependencyTests
{
    private static readonly string[] Forbidden = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "MailKit", "Triage.Service", "Triage.Evaluation"];

    /// <summary>What is evaluated is the code that production runs, so it must not know the web, the database or the mail server.</summary>
    [Fact]
    public void What_decides_references_no_web_no_database_and_no_mail_server()
    {
        var references = typeof(Municipality).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();

        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, name => Forbidden.Any(f => name.StartsWith(f, StringComparison.Ordinal)));
    }
}
