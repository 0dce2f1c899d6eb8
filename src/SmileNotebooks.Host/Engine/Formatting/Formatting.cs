// A value in all the MIME types that it has.
using System.Collections;
using System.Collections.Immutable;
using System.Data;
using Markdig;

namespace SmileNotebooks.Host;

internal static class Formatting
{
    public const string PlainType = "text/plain";
    public const string HtmlType = "text/html";

    /// <summary>The bundle of a value.</summary>
    /// <param name="value">Any value; null is shown as <c>null</c>.</param>
    /// <param name="mimeTypes">The types wanted; none: all. A type that the value does not have is shown as plain text.</param>
    public static MimeBundle Bundle(object? value, IReadOnlyCollection<string> mimeTypes)
    {
        ImmutableSortedDictionary<string, string> all = AllTypesOf(value);
        if (mimeTypes.Count == 0)
        {
            return new MimeBundle(all);
        }

        ImmutableSortedDictionary<string, string> wanted = all.Where(entry => mimeTypes.Contains(entry.Key)).ToImmutableSortedDictionary();
        return new MimeBundle(wanted.IsEmpty ? all.Where(entry => entry.Key == PlainType).ToImmutableSortedDictionary() : wanted);
    }

    /// <summary>The bundle of a cell part in Markdown or HTML.</summary>
    public static MimeBundle Markup(string language, string text)
    {
        ImmutableSortedDictionary<string, string> data = ImmutableSortedDictionary<string, string>.Empty.Add(PlainType, text);
        return new MimeBundle(language == "html"
            ? data.Add(HtmlType, text)
            : data.Add("text/markdown", text).Add(HtmlType, Markdown.ToHtml(text, new MarkdownPipelineBuilder().UseAdvancedExtensions().Build())));
    }

    private static ImmutableSortedDictionary<string, string> AllTypesOf(object? value)
    {
        ImmutableSortedDictionary<string, string>.Builder data = ImmutableSortedDictionary.CreateBuilder<string, string>();
        if (value is MimeText text)
        {
            data[text.MimeType] = text.Text;
        }
        else if (value is not null)
        {
            ConventionFormatters.AddTo(data, value);
        }

        AddBuiltIn(data, value);
        return data.ToImmutable();
    }

    private static void AddBuiltIn(ImmutableSortedDictionary<string, string>.Builder data, object? value)
    {
        bool ownTypes = data.Count > 0;
        if (ownTypes && data.ContainsKey(PlainType))
        {
            return;
        }

        object? shown = value is DataTable table ? table.Rows : value;
        object? seen = SequencePreview.IsSequence(shown) ? SequencePreview.Of((IEnumerable)shown!, RecordTable.MostRows) : shown;
        data[PlainType] = PlainText.Of(seen);
        if (!ownTypes && HtmlText.Of(seen) is { } html)
        {
            data[HtmlType] = html;
        }
    }
}
