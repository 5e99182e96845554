using FsCheck.Xunit;
using Triage.Models.Drafting.Pseudonymizing;
using Triage.Models.Inquiries;

namespace Triage.Models.Tests.Drafting.Pseudonymizing;

public sealed class PseudonymsTests
{
    [Property]
    public bool The_way_back_is_exact(string? first, string? second)
    {
        var pseudonyms = new Pseudonyms();
        var text = $"{first}\nMfG Svenja Harms, [NAME_1], Tel. 0171 2345678\n{second}";
        return pseudonyms.Restore(pseudonyms.Mask(text).Text) == text;
    }

    [Fact]
    public void The_same_person_has_the_same_placeholder_in_all_texts_of_a_case()
    {
        var pseudonyms = new Pseudonyms();
        var one = pseudonyms.Mask("Viele Grüße\nSvenja Harms").Spans.Single().Placeholder;
        Assert.Equal(one, pseudonyms.Mask("Vollmacht von Svenja Harms").Spans.Single().Placeholder);
    }

    [Fact]
    public void A_name_known_from_the_signature_is_masked_in_the_subject()
    {
        var masked = Pseudonymizer.Mask(new Inquiry("1", "Sache Ohmstede", "Bitte melden.\nGruß\nTjark Ohmstede"), new());
        Assert.DoesNotContain("Ohmstede", masked.Subject + masked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_39_a_placeholder_that_was_never_given_out_is_unknown()
    {
        var pseudonyms = new Pseudonyms();
        pseudonyms.Mask("Viele Grüße\nSvenja Harms");
        Assert.Equal(["[NAME_7]"], pseudonyms.Unknown("Guten Tag [NAME_1] und [NAME_7],"));
    }
}
