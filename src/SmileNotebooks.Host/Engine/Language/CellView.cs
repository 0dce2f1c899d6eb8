// What stands at a place in a cell that is being typed: C#, a magic command, a reference, or text of another language. Unlike
// CellSource it takes any text, and every character keeps its index.
namespace SmileNotebooks.Host;

internal enum CellPlace
{
    CSharp,
    Magic,
    Reference,
    OtherLanguage,
}

/// <summary>A cell as it is seen from a place in it.</summary>
/// <param name="CSharp">The cell's C#; all else is blanks of the same length.</param>
/// <param name="Position">The place: a UTF-16 index, within the text.</param>
/// <param name="Place">What stands there.</param>
/// <param name="LineStart">Where the line of the place starts.</param>
internal sealed record CellView(string CSharp, int Position, CellPlace Place, int LineStart)
{
    /// <param name="code">The cell's text.</param>
    /// <param name="position">A UTF-16 index; one that lies outside is taken to the nearer end.</param>
    public static CellView At(string code, int position)
    {
        position = Math.Clamp(position, 0, code.Length);
        int lineStart = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        if (!code.Contains('#'))
        {
            return new CellView(code, position, CellPlace.CSharp, lineStart);
        }

        char[] text = code.ToCharArray();
        CellPlace here = CellPlace.CSharp;
        bool otherLanguage = false;
        for (int start = 0; start <= code.Length;)
        {
            int end = code.IndexOf('\n', start) is >= 0 and int found ? found : code.Length;
            CellPlace place = PlaceOf(code.AsSpan(start, end - start).Trim(), ref otherLanguage);
            here = start == lineStart ? place : here;
            if (place != CellPlace.CSharp)
            {
                Array.Fill(text, ' ', start, end - start);
            }

            start = end + 1;
        }

        return new CellView(new string(text), position, here, lineStart);
    }

    private static CellPlace PlaceOf(ReadOnlySpan<char> line, ref bool otherLanguage)
    {
        if (line.StartsWith("#!"))
        {
            otherLanguage = Magics.Find(line.ToString()) is LanguageMagic { Language: not LanguageMagic.CSharp };
            return CellPlace.Magic;
        }

        return otherLanguage ? CellPlace.OtherLanguage
            : line.StartsWith("#r ") || line.StartsWith("#r\"") || line.StartsWith("#load") ? CellPlace.Reference
            : line is "#" or "#r" ? CellPlace.Magic
            : CellPlace.CSharp;
    }
}
