using Triage.Service.Sending;

namespace Triage.Service.Tests.Sending;

public sealed class MailHashTests
{
    [Fact]
    public void The_order_of_recipients_does_not_matter_and_everything_else_does()
    {
        var hash = MailHash.Of("abc"u8, "s@x", ["a@x", "b@x"]);

        Assert.Equal(hash, MailHash.Of("abc"u8, "s@x", ["b@x", "a@x"]));
        Assert.NotEqual(hash, MailHash.Of("abd"u8, "s@x", ["a@x", "b@x"]));
        Assert.NotEqual(hash, MailHash.Of("abc"u8, "t@x", ["a@x", "b@x"]));
        Assert.NotEqual(hash, MailHash.Of("abc"u8, "s@x", ["a@x"]));
        Assert.NotEqual(hash, MailHash.Of("abcs@x\n"u8, "", ["a@x", "b@x"]));
        Assert.Matches("^[0-9a-f]{64}$", hash);
    }
}
