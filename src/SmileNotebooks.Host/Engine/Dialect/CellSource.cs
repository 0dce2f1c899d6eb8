// Takes a cell's text apart: C#, markup, magic commands. C# keeps its lines and columns.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmileNotebooks.Host;

/// <summary>A cell, taken apart.</summary>
/// <param name="Segments">Its parts in order.</param>
/// <param name="Timed">Whether it asks for its wall time.</param>
internal sealed record CellSource(ImmutableArray<CellSegment> Segments, bool Timed)
{
    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    /// <exception cref="CellSourceException">A magic command that is not known, or a directive that cannot be followed.</exception>
    public static CellSource Parse(string code)
    {
        code = code.ReplaceLineEndings("\n");
        return code.Contains('#') ? new Splitter(code).Split() : new CellSource([new CodeSegment(code, [])], Timed: false);
    }

    /// <summary>The first <c>#!</c> line of C# text from a place on; one within a string or comment is none, as the C# parser knows.</summary>
    /// <returns>Where it begins, or -1.</returns>
    public static int NextMagic(string code, int start)
    {
        if (code.IndexOf("#!", start, StringComparison.Ordinal) < 0)
        {
            return -1;
        }

        SyntaxNode root = CSharpSyntaxTree.ParseText(code[start..], ParseOptions).GetRoot();
        return root.DescendantNodes(descendIntoTrivia: true).OfType<ShebangDirectiveTriviaSyntax>().FirstOrDefault() is { } magic
            ? start + magic.HashToken.SpanStart
            : -1;
    }

    private sealed class Splitter(string code)
    {
        private readonly ImmutableArray<CellSegment>.Builder _segments = ImmutableArray.CreateBuilder<CellSegment>();
        private string _code = code;
        private bool _timed;

        public CellSource Split()
        {
            string language = LanguageMagic.CSharp;
            for (int start = 0; start < _code.Length;)
            {
                (int end, Magic? magic) = language == LanguageMagic.CSharp ? EndOfCSharp(start) : EndOfText(start);
                Add(language, start, end);
                language = (magic as LanguageMagic)?.Language ?? LanguageMagic.CSharp;
                start = CellText.LineEnd(_code, end);
                if (magic is CommandMagic command)
                {
                    _segments.Add(new CommandSegment(command, Magic.ArgumentsOf(_code[end..start]), CellText.LineOf(_code, end)));
                }
            }

            return new CellSource(_segments.ToImmutable(), _timed);
        }

        // Magic commands that only set something are blanked; others end the part.
        private (int End, Magic? Magic) EndOfCSharp(int start)
        {
            for (int at = NextMagic(_code, start); at >= 0; at = NextMagic(_code, start))
            {
                int end = CellText.LineEnd(_code, at);
                bool isInterpreterLine = at == 0 && _code.StartsWith("#!/", StringComparison.Ordinal);
                Magic? magic = isInterpreterLine ? null : Magics.Named(_code[at..end], CellText.LineOf(_code, at));
                if (magic is CommandMagic or LanguageMagic { Language: not LanguageMagic.CSharp })
                {
                    return (at, magic);
                }

                _timed |= magic is TimeMagic;
                _code = CellText.Blanked(_code, at, end);
            }

            return (_code.Length, null);
        }

        private (int End, Magic? Magic) EndOfText(int start)
        {
            for (int line = start; line < _code.Length; line = CellText.LineEnd(_code, line) + 1)
            {
                string command = _code[line..CellText.LineEnd(_code, line)].Trim();
                if (Magic.IsCall(command))
                {
                    Magic magic = Magics.Named(command, CellText.LineOf(_code, line));
                    _timed |= magic is TimeMagic;
                    return (line, magic);
                }
            }

            return (_code.Length, null);
        }

        private void Add(string language, int start, int end)
        {
            if (language != LanguageMagic.CSharp)
            {
                _segments.Add(new MarkupSegment(language, _code[start..end].Trim('\n')));
                return;
            }

            string text = new string('\n', CellText.LineOf(_code, start) - 1) + _code[start..end];
            _segments.Add(CellDirectives.Take(text));
        }
    }
}
