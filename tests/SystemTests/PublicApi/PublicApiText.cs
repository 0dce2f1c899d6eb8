// The public API of an assembly as text: one type after the other, one line a member, in an order that does not depend on the source.
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SystemTests.PublicApi;

internal static partial class PublicApiText
{
    /// <summary>What a caller can come to depend on; the compiler's own bookkeeping is left out.</summary>
    private static readonly string[] s_attributesThatMatter =
        ["AttributeUsageAttribute", "CallerArgumentExpressionAttribute", "EditorBrowsableAttribute", "ExperimentalAttribute", "FlagsAttribute", "ObsoleteAttribute", "TypeFormatterSourceAttribute"];

    private static readonly SymbolDisplayFormat s_typeName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat s_member = s_typeName
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeConstantValue)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeModifiers)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeMemberKeyword)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    /// <param name="assembly">The assembly's file.</param>
    /// <param name="beside">The files of assemblies that it refers to.</param>
    public static string Of(string assembly, IEnumerable<string> beside)
    {
        PortableExecutableReference reference = MetadataReference.CreateFromFile(assembly);
        CSharpCompilation compilation = CSharpCompilation.Create("reader", [], [reference, .. beside.Where(path => path != assembly).Select(path => MetadataReference.CreateFromFile(path))]);
        IAssemblySymbol symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
        StringBuilder text = new();
        foreach (INamedTypeSymbol type in TypesIn(symbol.GlobalNamespace).OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal))
        {
            Append(text, type);
        }

        return text.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(member => member switch
        {
            INamedTypeSymbol type => IsVisible(type) ? TypesIn(type).Prepend(type) : [],
            _ => TypesIn(member),
        });

    private static void Append(StringBuilder text, INamedTypeSymbol type)
    {
        text.Append(Attributes(type)).Append(Header(type)).Append('\n');
        IEnumerable<string> members = type.GetMembers().Where(IsOwnMember).Select(Line);
        foreach (string member in type.TypeKind == TypeKind.Enum ? members : members.Order(StringComparer.Ordinal))
        {
            text.Append("    ").Append(member).Append('\n');
        }
    }

    private static string Header(INamedTypeSymbol type)
    {
        string modifiers = type.TypeKind switch
        {
            TypeKind.Class when type.IsStatic => "static ",
            TypeKind.Class when type.IsAbstract => "abstract ",
            TypeKind.Class when type.IsSealed => "sealed ",
            TypeKind.Struct => (type.IsReadOnly ? "readonly " : "") + (type.IsRefLikeType ? "ref " : ""),
            _ => "",
        };
        bool isRecord = type.IsRecord || type.GetMembers("PrintMembers").Any();
        string kind = (isRecord ? "record " : "") + type.TypeKind.ToString().ToLowerInvariant();
        string name = $"{type.ContainingNamespace}.{type.ToDisplayString(s_typeName)}";
        if (type.TypeKind == TypeKind.Delegate)
        {
            return $"public delegate {type.DelegateInvokeMethod!.ToDisplayString(s_member)} {name}";
        }

        IEnumerable<INamedTypeSymbol> interfaces = type.Interfaces.Where(part => IsVisible(part) && !(isRecord && part.Name == nameof(IEquatable<>)));
        string[] bases = type.TypeKind == TypeKind.Enum
            ? [type.EnumUnderlyingType!.ToDisplayString(s_typeName)]
            : [.. BaseOf(type), .. interfaces.Select(part => part.ToDisplayString(s_typeName)).Order(StringComparer.Ordinal)];
        return $"{Access(type)}{modifiers}{kind} {name}{(bases.Length > 0 ? " : " : "")}{string.Join(", ", bases)}";
    }

    private static IEnumerable<string> BaseOf(INamedTypeSymbol type) =>
        type.BaseType is { SpecialType: SpecialType.None } ancestor ? [ancestor.ToDisplayString(s_typeName)] : [];

    private static string Line(ISymbol member)
    {
        string text = member.ToDisplayString(s_member);
        if (member is IPropertySymbol property)
        {
            string set = property.SetMethod is { } setter && IsVisible(setter) ? $"{Differing(setter, property)}{(setter.IsInitOnly ? "init" : "set")}; " : "";
            string get = property.GetMethod is { } getter && IsVisible(getter) ? $"{Differing(getter, property)}get; " : "";
            text = $"{text} {{ {get}{set}}}";
        }

        return Attributes(member) + text;
    }

    private static string Differing(IMethodSymbol accessor, IPropertySymbol property) =>
        accessor.DeclaredAccessibility == property.DeclaredAccessibility ? "" : Access(accessor);

    /// <summary>Accessors stand with their property or event; what records synthesise is said by the word record,
    /// and an enumeration or structure has a parameterless constructor anyway.</summary>
    private static bool IsOwnMember(ISymbol member) =>
        IsVisible(member)
        && !member.IsImplicitlyDeclared
        && member is not INamedTypeSymbol
        && member is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove }
        && member.Name != WellKnownMemberNames.EnumBackingFieldName
        && !member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute")
        && !IsCopyConstructor(member)
        && !member.Name.StartsWith('<');

    private static bool IsCopyConstructor(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters: [var only] } && member.ContainingType.IsRecord
        && SymbolEqualityComparer.Default.Equals(only.Type, member.ContainingType);

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.ProtectedOrInternal
        || (symbol.DeclaredAccessibility == Accessibility.Protected && symbol.ContainingType is not { IsSealed: true });

    private static string Access(ISymbol symbol) => symbol.DeclaredAccessibility == Accessibility.Public ? "public " : "protected ";

    private static string Attributes(ISymbol symbol) => string.Concat(
        symbol.GetAttributes()
            .Where(attribute => s_attributesThatMatter.Contains(attribute.AttributeClass?.Name))
            .Select(attribute => $"[{AttributeSuffix().Replace(attribute.ToString()!, "$1")}] ")
            .Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^(?:\w+\.)*(\w+?)Attribute\b", RegexOptions.CultureInvariant)]
    private static partial Regex AttributeSuffix();
}
