// The documentation of a symbol: of a library, or of what a cell declared.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmileNotebooks.Host;

internal static class DocumentationReader
{
    public static SymbolDocumentation? Of(ISymbol symbol, CSharpCompilation compilation)
    {
        ISymbol definition = ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol).OriginalDefinition;
        for (ISymbol? source = definition; source is not null; source = InheritedFrom(source))
        {
            string? xml = source.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration ? CommentsOf(declaration.GetSyntax()) : OfLibrary(source, compilation);
            if (xml is not null && SymbolDocumentation.Parse(xml) is { IsEmpty: false } found)
            {
                return found;
            }
        }

        return null;
    }

    // What an override or an implementation does not say, its base does.
    private static ISymbol? InheritedFrom(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => overridden.OriginalDefinition,
        IPropertySymbol { OverriddenProperty: { } overridden } => overridden.OriginalDefinition,
        _ => symbol.ContainingType?.AllInterfaces.SelectMany(one => one.GetMembers(symbol.Name))
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol))?.OriginalDefinition,
    };

    private static string? OfLibrary(ISymbol symbol, CSharpCompilation compilation)
    {
        string? path = null;
        for (CSharpCompilation? at = compilation; at is not null && path is null; at = at.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            path = symbol.ContainingAssembly is null ? null : (at.GetMetadataReference(symbol.ContainingAssembly) as PortableExecutableReference)?.FilePath;
        }

        ISymbol type = symbol as INamedTypeSymbol ?? symbol.ContainingType?.OriginalDefinition ?? symbol;
        return path is not null && type.GetDocumentationCommentId() is { } typeId && symbol.GetDocumentationCommentId() is { } id
            ? DocumentationFiles.Find(path, OutermostId(typeId, type), id) : null;
    }

    private static string OutermostId(string typeId, ISymbol type)
    {
        while (type.ContainingType is { } outer)
        {
            type = outer;
            typeId = outer.GetDocumentationCommentId() ?? typeId;
        }

        return typeId;
    }

    // Cells are parsed without documentation, in which `///` is a comment like others.
    private static string? CommentsOf(SyntaxNode declaration)
    {
        SyntaxNode whole = declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? declaration;
        IEnumerable<string> lines = whole.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
            .Select(trivia => trivia.ToString()).Where(comment => comment.StartsWith("///", StringComparison.Ordinal)).Select(comment => comment[3..]);
        string text = string.Join('\n', lines);
        return text.Length == 0 ? null : text;
    }
}
