// Compiles cells as a chain of C# script submissions, each of which sees what the earlier ones declared. The chain is built here
// and not by Microsoft.CodeAnalysis.Scripting's ScriptState, since cells are compiled from rewritten trees and load into a context
// of their own.
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;

namespace SmileNotebooks.Host;

/// <summary>A compiled cell part: runs once.</summary>
/// <param name="Entry">Starts the code; null where there is none to run (only <c>using</c> directives, or nothing).</param>
/// <param name="EndsInValue">Whether the trailing expression has a value, even if that is null.</param>
internal sealed record Submission(Func<object?[], Task<object?>>? Entry, bool EndsInValue);

internal sealed class SubmissionChain
{
    private static readonly string[] s_imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        "SmileNotebooks.Host.NotebookFunctions",
    ];

    private static readonly EmitOptions s_emitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);
    private readonly NotebookLoadContext _context;
    private readonly CSharpCompilationOptions _options;
    private CSharpCompilation? _previous;
    private ImmutableArray<MetadataReference> _inherited = [];
    private object?[] _states = new object?[64];
    private int _count;

    public SubmissionChain(NotebookLoadContext context)
    {
        _context = context;
        // Release: cells measure. Checks of overflow and nullability as in .NET Interactive: off.
        _options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, usings: s_imports, optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true, scriptClassName: "Submission#0", metadataReferenceResolver: new BesideLibraries(context));
    }

    /// <summary>The array that submissions keep their variables in.</summary>
    public object?[] States => _states;

    /// <exception cref="CellCompilationException">The code does not compile.</exception>
    public Submission Compile(string code, string place, ImmutableArray<MetadataReference> references, CancellationToken cancellation)
    {
        (string text, ImmutableArray<int> usingPlaces) = UsingDeclarations.Blank(code, CellSource.ParseOptions);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text, CellSource.ParseOptions, place, Encoding.UTF8, cancellation);
        CompilationUnitSyntax plain = UsingDeclarations.Register((CompilationUnitSyntax)tree.GetRoot(cancellation), usingPlaces);
        bool hasCode = plain.Members.Any();
        if (!tree.GetDiagnostics(cancellation).Any(IsError))
        {
            CSharpCompilation guarded = CompilationOf((CSharpSyntaxNode)new InterruptRewriter().Visit(plain), tree, references);
            if (TryLoad(guarded, hasCode, cancellation) is { } submission)
            {
                _inherited = references;
                return submission with { EndsInValue = EndsInValue(guarded) };
            }
        }

        // Errors are those of the cell as it was written. If it has none, the guards were in the way: it runs without them.
        CSharpCompilation asWritten = CompilationOf(plain, tree, references);
        ImmutableArray<Diagnostic> errors = [.. tree.GetDiagnostics(cancellation).Concat(asWritten.GetDiagnostics(cancellation)).Where(IsError)];
        if (!errors.IsEmpty)
        {
            throw new CellCompilationException(CompileErrors.Report(errors, code, place));
        }

        Submission unguarded = TryLoad(asWritten, hasCode, cancellation)
            ?? throw new InvalidOperationException("The cell compiled, but no assembly could be written from it.");
        _inherited = references;
        return unguarded with { EndsInValue = EndsInValue(asWritten) };
    }

    private CSharpCompilation CompilationOf(CSharpSyntaxNode root, SyntaxTree like, ImmutableArray<MetadataReference> references) =>
        CSharpCompilation.CreateScriptCompilation(
            $"cell-{_count + 1}", CSharpSyntaxTree.Create(root, CellSource.ParseOptions, like.FilePath, Encoding.UTF8),
            NewOf(references), _options, _previous, typeof(object));

    // A submission has the references of the one before it anyway; given again, they pile up from cell to cell.
    private IEnumerable<MetadataReference> NewOf(ImmutableArray<MetadataReference> references) =>
        _previous is null ? references : references.Except(_inherited);

    private Submission? TryLoad(CSharpCompilation compilation, bool hasCode, CancellationToken cancellation)
    {
        if (!hasCode)
        {
            bool sound = !compilation.GetDiagnostics(cancellation).Any(IsError);
            _previous = sound ? compilation : _previous;
            return sound ? new Submission(null, false) : null;
        }

        using MemoryStream assembly = new();
        using MemoryStream symbols = new();
        if (!compilation.Emit(assembly, symbols, options: s_emitOptions, cancellationToken: cancellation).Success)
        {
            return null;
        }

        assembly.Position = 0;
        symbols.Position = 0;
        Assembly loaded = _context.LoadCell(compilation.AssemblyName!, assembly, symbols);
        IMethodSymbol entry = compilation.GetEntryPoint(cancellation)!;
        MethodInfo method = loaded.GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        _previous = compilation;
        _count++;
        if (_count + 2 > _states.Length)
        {
            Array.Resize(ref _states, 2 * _states.Length);
        }

        return new Submission(method.CreateDelegate<Func<object?[], Task<object?>>>(), false);
    }

    private static bool EndsInValue(CSharpCompilation compilation)
    {
        SyntaxTree tree = compilation.SyntaxTrees[0];
        return ((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault() is GlobalStatementSyntax
            {
                Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last
            }
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is not { SpecialType: SpecialType.System_Void };
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;
}

/// <summary>A cell that does not compile.</summary>
internal sealed class CellCompilationException(ErrorOutput report) : Exception(report.Message)
{
    public ErrorOutput Report { get; } = report;
}
