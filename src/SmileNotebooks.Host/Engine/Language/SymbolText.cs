// A symbol as a person reads it: its declaration in one line, and what it is in one word.
using Microsoft.CodeAnalysis;

namespace SmileNotebooks.Host;

internal static class SymbolText
{
    private static readonly SymbolDisplayFormat s_withOwner = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral)
        .AddMemberOptions(SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeConstantValue)
        .RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeModifiers);

    // What a cell declares belongs to no class that its author knows of.
    private static readonly SymbolDisplayFormat s_withoutOwner = s_withOwner.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType);

    public static string Signature(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol space => $"namespace {space.ToDisplayString()}",
        INamedTypeSymbol { TypeKind: TypeKind.Delegate } type => $"delegate {type.DelegateInvokeMethod?.ReturnType.ToDisplayString(s_withoutOwner)} {Declared(type)}",
        INamedTypeSymbol type => $"{KindWord(type)} {Declared(type)}",
        ILocalSymbol local => $"{Declared(local.Type)} {local.Name}",
        IRangeVariableSymbol range => $"range variable {range.Name}",
        _ => Declared(symbol),
    };

    public static string Kind(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol => "module",
        INamedTypeSymbol type => type.TypeKind switch
        {
            TypeKind.Struct => "struct",
            TypeKind.Interface => "interface",
            TypeKind.Enum => "enum",
            TypeKind.Delegate => "delegate",
            _ => "class",
        },
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        IEventSymbol => "event",
        IFieldSymbol { IsConst: true } => "constant",
        IFieldSymbol field => IsOfCell(field) ? "variable" : "field",
        IParameterSymbol => "parameter",
        ITypeParameterSymbol => "typeparameter",
        _ => "variable",
    };

    /// <summary>True of what stands at the top level of a cell.</summary>
    public static bool IsOfCell(ISymbol symbol) => symbol.ContainingType is { IsScriptClass: true };

    private static string Declared(ISymbol symbol) => symbol.ToDisplayString(IsOfCell(symbol) ? s_withoutOwner : s_withOwner);

    private static string KindWord(INamedTypeSymbol type) => type.IsRecord ? type.IsValueType ? "record struct" : "record" : Kind(type);
}
