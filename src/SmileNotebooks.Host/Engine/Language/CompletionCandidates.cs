// Gathers what could be completed to, folds overloads into one item, ranks and bounds the list.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SmileNotebooks.Host;

/// <summary>Which candidates come first where the typed text says nothing.</summary>
internal enum CompletionGroup
{
    Nearest,
    Own,
    Usual,
    Rest,
}

internal sealed class CompletionCandidates(string typed)
{
    public const int Most = 500;

    private readonly Dictionary<string, Candidate> _found = new(StringComparer.Ordinal);

    public bool IsEmpty => _found.Count == 0;

    public void Add(string text, string kind, string signature, CompletionGroup group)
    {
        if (CompletionMatch.Rank(text, typed) is { } rank)
        {
            _found.TryAdd(text, new Candidate(text, rank, group) { Kind = kind, Signature = signature });
        }
    }

    public void Add(ISymbol symbol, CompletionGroup group)
    {
        if (!symbol.CanBeReferencedByName || IsHidden(symbol) || CompletionMatch.Rank(symbol.Name, typed) is not { } rank)
        {
            return;
        }

        if (_found.TryGetValue(symbol.Name, out Candidate? known))
        {
            known.Overloads += known.Symbol?.Kind == symbol.Kind ? 1 : 0;
            return;
        }

        _found.Add(symbol.Name, new Candidate(symbol.Name, rank, group) { Symbol = symbol });
    }

    /// <summary>The items, best first. Names that fit by their humps alone are there only where none begins as typed: front ends
    /// complete at once where there is one item.</summary>
    public ImmutableArray<CompletionItem> Ranked()
    {
        int best = _found.Count == 0 ? 0 : _found.Values.Min(candidate => candidate.Rank);
        return
        [
            .. _found.Values
                .Where(candidate => candidate.Rank == best || candidate.Rank < CompletionMatch.ByHumpsOnly)
                .OrderBy(candidate => candidate.Rank).ThenBy(candidate => candidate.Group)
                .ThenBy(candidate => candidate.Text, StringComparer.OrdinalIgnoreCase).ThenBy(candidate => candidate.Text, StringComparer.Ordinal)
                .Take(Most).Select(candidate => candidate.Item),
        ];
    }

    // Members that their authors do not want to be seen.
    private static bool IsHidden(ISymbol symbol) => symbol.Name.StartsWith('<') || symbol.GetAttributes().Any(attribute =>
        attribute is { AttributeClass.Name: "EditorBrowsableAttribute", ConstructorArguments: [{ Value: 1 }] });

    private sealed class Candidate(string text, int rank, CompletionGroup group)
    {
        public string Text => text;

        public int Rank => rank;

        public CompletionGroup Group => group;

        public ISymbol? Symbol { get; init; }

        public string Kind { get; init; } = "";

        public string Signature { get; init; } = "";

        public int Overloads { get; set; }

        // Signatures are written only for what is shown: there are thousands of candidates.
        public CompletionItem Item => Symbol is null ? new(text, Kind, Signature) : new(Escaped, SymbolText.Kind(Symbol), SymbolText.Signature(Symbol) + Others);

        private string Escaped => SyntaxFacts.GetKeywordKind(text) == SyntaxKind.None ? text : "@" + text;

        private string Others => Overloads == 0 ? "" : Symbol is IMethodSymbol
            ? $" (+ {Overloads} {(Overloads == 1 ? "overload" : "overloads")})" : $" (+ {Overloads} more)";
    }
}
