// How much of what a cell puts out is kept. A cell that writes for ever must exhaust neither this process nor the front end.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>Counts what one cell puts out; not thread-safe.</summary>
internal sealed class OutputLimits(EngineOptions options)
{
    private long _text;
    private long _textCut;
    private int _values;
    private int _valuesCut;
    private long _data;

    /// <summary>What of a piece of console text is kept.</summary>
    /// <param name="text">The text; set to its beginning where not all is kept.</param>
    /// <returns>A line to put out once, where the text is cut; otherwise null.</returns>
    public string? Cut(ref ReadOnlySpan<char> text)
    {
        long room = options.MaxTextLength - _text;
        if (text.Length <= room)
        {
            _text += text.Length;
            return null;
        }

        bool first = _textCut == 0;
        int kept = (int)Math.Max(0, room);
        kept -= kept > 0 && char.IsHighSurrogate(text[kept - 1]) ? 1 : 0;
        _textCut += text.Length - kept;
        _text = options.MaxTextLength;
        text = text[..kept];
        return first ? FormattableString.Invariant($"\n... cut here: a cell's text may have {options.MaxTextLength:#,0} characters\n") : null;
    }

    /// <summary>Counts a shown value.</summary>
    /// <returns>False if it is one too many.</returns>
    public bool TakesValue()
    {
        bool takes = _values < options.MaxOutputs;
        _values += takes ? 1 : 0;
        _valuesCut += takes ? 0 : 1;
        return takes;
    }

    /// <summary>A bundle without what is too large of it, and without all that goes beyond the cell's total.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="replaces">Whether it takes the place of an earlier one, and so does not count towards the total.</param>
    /// <param name="note">A line that says what is gone; null if nothing.</param>
    public MimeBundle Cut(MimeBundle bundle, bool replaces, out string? note)
    {
        ImmutableSortedDictionary<string, string>.Builder kept = bundle.Data.ToBuilder();
        List<string> gone = [];
        long added = 0;
        foreach ((string type, string content) in bundle.Data)
        {
            bool fits = content.Length <= options.MaxValueLength && _data + added + content.Length <= options.MaxDataLength;
            added += fits ? content.Length : 0;
            if (!fits)
            {
                kept.Remove(type);
                gone.Add(FormattableString.Invariant($"{type} of {content.Length:#,0} characters"));
            }
        }

        _data += replaces ? 0 : added;
        note = gone.Count == 0 ? null : FormattableString.Invariant(
            $"... not kept: {string.Join(", ", gone)} (one value may have {options.MaxValueLength:#,0}, all values of a cell {options.MaxDataLength:#,0})\n");
        if (note is not null && kept.Count == 0)
        {
            kept["text/plain"] = note.TrimEnd();
            note = null;
        }

        return bundle with { Data = kept.ToImmutable() };
    }

    /// <summary>What has been taken away no longer counts.</summary>
    public void Cleared()
    {
        (_text, _values, _data) = (0, 0, 0);
    }

    /// <summary>The line at the cell's end that says how much was cut; null if nothing.</summary>
    public string? Summary
    {
        get
        {
            string text = _textCut == 0 ? "" : FormattableString.Invariant($"... {_textCut:#,0} {(_textCut == 1 ? "character" : "characters")} more were not kept\n");
            string values = _valuesCut == 0 ? "" : FormattableString.Invariant($"... {_valuesCut:#,0} {(_valuesCut == 1 ? "output" : "outputs")} more were not kept\n");
            return text.Length + values.Length == 0 ? null : text + values;
        }
    }
}
