namespace Triage.Models.Drafting.Pseudonymizing;

/// <summary>
/// Finds personal data in a citizen's text. Misses cost more than false finds: a masked word is put back in the answer,
/// an unmasked name has left the house.
/// </summary>
public static class PersonalDataFinder
{
    /// <summary>What was found, in the order of the text; no two overlap.</summary>
    public static IReadOnlyList<PersonalSpan> Find(string text)
    {
        var spans = new SpanList(text);
        NumberFinder.Find(spans);
        BirthdateFinder.Find(spans);
        PlaceFinder.FindPhones(spans);
        PlaceFinder.FindAddresses(spans);
        PersonFinder.Find(spans);
        BirthdateFinder.FindBehindNames(spans);
        NumberFinder.FindUnlabelled(spans);
        return [.. spans.Spans.OrderBy(s => s.Start)];
    }
}
