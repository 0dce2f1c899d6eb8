// The variables of a chain of submissions: fields of the classes that the cells compile to.
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SmileNotebooks.Host;

internal static class ChainVariables
{
    /// <summary>The variables in the order of their declarations; one that was declared again stands where it was declared last.</summary>
    /// <param name="last">The chain's last submission.</param>
    /// <param name="states">What the submissions keep their variables in.</param>
    public static ImmutableArray<NotebookVariable> Of(CSharpCompilation? last, object?[] states)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<NotebookVariable> found = [];
        for (CSharpCompilation? submission = last; submission is not null; submission = submission.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            IEnumerable<IFieldSymbol> fields = submission.ScriptClass?.GetMembers().OfType<IFieldSymbol>() ?? [];
            foreach (IFieldSymbol field in fields.Where(field => field.CanBeReferencedByName && !field.IsImplicitlyDeclared).Reverse())
            {
                if (seen.Add(field.Name))
                {
                    found.Add(new NotebookVariable(field.Name, field.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), ValueOf(field, states)));
                }
            }
        }

        found.Reverse();
        return [.. found];
    }

    /// <summary>A variable's value now, in one short line.</summary>
    public static string ValueOf(IFieldSymbol field, object?[] states)
    {
        object? state = states.FirstOrDefault(state => state?.GetType().Assembly.GetName().Name == field.ContainingAssembly.Name);
        FieldInfo? member = state?.GetType().GetField(field.MetadataName, BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);
        return member is null ? "(not set: its cell did not run to it)" : Preview(member.GetValue(state));
    }

    // Looking at a variable must not run a lazy query, nor fail where its owner's code does.
    private static string Preview(object? value)
    {
        try
        {
            bool lazy = SequencePreview.IsSequence(value) && value is not System.Collections.ICollection;
            return lazy ? PlainText.TypeName(value!.GetType()) : PlainText.InTable(value is string text ? $"\"{text}\"" : value).ReplaceLineEndings(" ");
        }
#pragma warning disable CA1031 // A property of the value may throw anything.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return $"(cannot be shown: {e.GetType().Name})";
        }
    }
}
