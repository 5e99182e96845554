using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Triage.Service.Tests.Support;

/// <summary>What a browser would send for a form (HTML, "constructing the entry list").</summary>
internal static class FormFields
{
    public static List<KeyValuePair<string, string>> Of(IHtmlFormElement form, IEnumerable<KeyValuePair<string, string?>> changes, string? button)
    {
        var changed = changes.ToList();
        var names = changed.Select(c => c.Key).ToHashSet();
        var fields = form.Elements.OfType<IHtmlElement>().Where(e => !e.HasAttribute("disabled")).SelectMany(Entries)
            .Where(f => !names.Contains(f.Key)).ToList();
        fields.AddRange(changed.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Key, c.Value!)));
        if (button?.Split('=', 2) is [var name, var value])
        {
            fields.Add(KeyValuePair.Create(name, value));
        }

        return fields;
    }

    private static IEnumerable<KeyValuePair<string, string>> Entries(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement { Type: "file" or "submit" or "button" } => [],
        IHtmlInputElement { Name: { Length: > 0 } name } input => [KeyValuePair.Create(name, input.Value)],
        IHtmlTextAreaElement { Name: { Length: > 0 } name } area => [KeyValuePair.Create(name, area.Value)],
        IHtmlSelectElement { Name: { Length: > 0 } name } select => select.SelectedOptions.Select(o => KeyValuePair.Create(name, o.Value)),
        _ => [],
    };
}
