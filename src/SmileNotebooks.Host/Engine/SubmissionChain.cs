// Compiles cells as a chain of C# script submissions, each of which sees what the earlier ones declared. The chain is built here
// and not by Microsoft.CodeAnalysis.Scripting's ScriptState, since cells are compiled from rewritten trees and load into a context
// of their own.
using System.Collections.Concurrent;
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

    private const string ExpressionPlace = "expression";

    private static readonly EmitOptions s_emitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);
    private readonly NotebookLoadContext _context;
    private readonly ConcurrentDictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly CSharpCompilationOptions _options;
    private readonly Lock _binding = new();
    private volatile ChainEnd _end;
    private object?[] _states = new object?[64];
    private int _count;

    /// <summary>Makes a chain without a submission.</summary>
    /// <param name="context">Where the submissions are loaded.</param>
    /// <param name="references">What can be named before the first cell adds to it.</param>
    public SubmissionChain(NotebookLoadContext context, ImmutableArray<MetadataReference> references)
    {
        _context = context;
        _end = new ChainEnd(null, [], references);
        // Release: cells measure. Checks of overflow and nullability as in .NET Interactive: off.
        _options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, usings: s_imports, optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true, scriptClassName: "Submission#0", metadataReferenceResolver: new BesideLibraries(context));
    }

    /// <summary>The array that submissions keep their variables in.</summary>
    public object?[] States => _states;

    /// <summary>The variables that the submissions declared.</summary>
    public ImmutableArray<NotebookVariable> Variables => ChainVariables.Of(_end.Last, _states);

    /// <summary>The value now, in one short line, of a variable that a submission declared.</summary>
    public string ValueOf(IFieldSymbol variable) => ChainVariables.ValueOf(variable, _states);

    /// <summary>The text of the C# that a tree's path (<c>cell 3</c>) stands for, as its author wrote it.</summary>
    public string? SourceOf(string path) => _sources.GetValueOrDefault(path);

    /// <summary>A compilation of code as it would be the next submission; safe beside a cell that is being compiled or runs.</summary>
    public CSharpCompilation After(SyntaxTree tree)
    {
        ChainEnd end = _end;
        return Bound(CSharpCompilation.CreateScriptCompilation("after", tree, end.NewOf(end.Given), _options, end.Last, typeof(object)));
    }

    /// <exception cref="CellCompilationException">The code does not compile.</exception>
    public Submission Compile(string code, string place, ImmutableArray<MetadataReference> references, CancellationToken cancellation)
    {
        _end = _end with { Given = references };
        _sources[place] = code;
        (string text, ImmutableArray<int> usingPlaces) = UsingDeclarations.Blank(code, CellSource.ParseOptions);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(text, CellSource.ParseOptions, place, Encoding.UTF8, cancellation);
        CompilationUnitSyntax plain = UsingDeclarations.Register((CompilationUnitSyntax)tree.GetRoot(cancellation), usingPlaces);
        bool hasCode = plain.Members.Any();
        CSharpCompilation asWritten = CompilationOf(plain, tree, references);
        if (!tree.GetDiagnostics(cancellation).Any(IsError))
        {
            foreach (GuardPlan plan in PlansFor(asWritten))
            {
                SyntaxNode root = asWritten.SyntaxTrees[0].GetRoot(cancellation);
                CSharpCompilation guarded = CompilationOf((CSharpSyntaxNode)new InterruptRewriter(plan).Visit(root), tree, references);
                if (TryLoad(guarded, hasCode, cancellation) is { } submission)
                {
                    return submission with { EndsInValue = EndsInValue(guarded) };
                }
            }
        }

        // Errors are those of the cell as it was written. If it has none, the guards were in the way: it runs without them.
        ImmutableArray<Diagnostic> errors = [.. tree.GetDiagnostics(cancellation).Concat(asWritten.GetDiagnostics(cancellation)).Where(IsError)];
        if (!errors.IsEmpty)
        {
            throw new CellCompilationException(CompileErrors.Report(errors, code, place));
        }

        Submission unguarded = TryLoad(asWritten, hasCode, cancellation)
            ?? throw new InvalidOperationException("The cell compiled, but no assembly could be written from it.");
        return unguarded with { EndsInValue = EndsInValue(asWritten) };
    }

    /// <summary>Evaluates an expression as the next submission would, but leaves no submission behind.</summary>
    /// <exception cref="CellCompilationException">It is no expression, or does not compile.</exception>
    public async Task<object?> EvaluateAsync(string expression, CancellationToken cancellation)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(expression, CellSource.ParseOptions, ExpressionPlace, Encoding.UTF8, cancellation);
        CSharpCompilation asWritten = After(tree);
        CompilationUnitSyntax unit = (CompilationUnitSyntax)await tree.GetRootAsync(cancellation).ConfigureAwait(false);
        RequireExpression(expression, unit, asWritten.GetDiagnostics(cancellation).FirstOrDefault(IsError));
        SyntaxNode guarded = new InterruptRewriter(GuardPlan.None).Visit(unit);
        CSharpCompilation compilation = After(CSharpSyntaxTree.Create((CSharpSyntaxNode)guarded, CellSource.ParseOptions, ExpressionPlace, Encoding.UTF8));
        using MemoryStream assembly = new();
        if (!compilation.Emit(assembly, cancellationToken: cancellation).Success)
        {
            assembly.SetLength(0);
            compilation = asWritten;
            compilation.Emit(assembly, cancellationToken: cancellation);
        }

        assembly.Position = 0;
        ExpressionLoadContext context = new(_context);
        try
        {
            // The copy keeps the expression's own slot out of the chain.
            return await EntryOf(compilation, context.LoadFromStream(assembly), cancellation)([.. _states, null]).ConfigureAwait(false);
        }
        finally
        {
            context.Unload();
        }
    }

    private static void RequireExpression(string expression, CompilationUnitSyntax unit, Diagnostic? error)
    {
        if (error is not null)
        {
            string message = $"{ExpressionPlace}, column {error.Location.GetLineSpan().StartLinePosition.Character + 1}: error {error.Id}: {error.GetMessage()}";
            throw new CellCompilationException(new ErrorOutput(CompileErrors.Name, message, [message, "    " + expression]));
        }

        if (unit is not { Usings: [], Members: [GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } }] })
        {
            string message = $"`{expression}` is not an expression: it has to be one value, without a `;`.";
            throw new CellCompilationException(new ErrorOutput(CompileErrors.Name, message, [message]));
        }
    }

    // The most guards first; where they do not compile, those that need no knowledge of types.
    private static IEnumerable<GuardPlan> PlansFor(CSharpCompilation asWritten)
    {
        SyntaxTree tree = asWritten.SyntaxTrees[0];
        if (GuardPlan.IsNeeded(tree.GetRoot()))
        {
            yield return GuardPlan.Of(tree.GetRoot(), asWritten.GetSemanticModel(tree));
        }

        yield return GuardPlan.None;
    }

    private CSharpCompilation CompilationOf(CSharpSyntaxNode root, SyntaxTree like, ImmutableArray<MetadataReference> references) =>
        Bound(CSharpCompilation.CreateScriptCompilation(
            $"cell-{_count + 1}", CSharpSyntaxTree.Create(root, CellSource.ParseOptions, like.FilePath, Encoding.UTF8),
            _end.NewOf(references), _options, _end.Last, typeof(object)));

    // Two compilations that look up the same references at the same time may each make symbols of their own for a library, and then
    // a type of one cell is not that of the next. One after the other, the second finds those of the first.
    private CSharpCompilation Bound(CSharpCompilation compilation)
    {
        lock (_binding)
        {
            _ = compilation.Assembly.Modules;
            return compilation;
        }
    }

    private Submission? TryLoad(CSharpCompilation compilation, bool hasCode, CancellationToken cancellation)
    {
        if (!hasCode)
        {
            bool sound = !compilation.GetDiagnostics(cancellation).Any(IsError);
            _end = sound ? _end.Then(compilation) : _end;
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
        _end = _end.Then(compilation);
        _count++;
        if (_count + 2 > _states.Length)
        {
            Array.Resize(ref _states, 2 * _states.Length);
        }

        return new Submission(EntryOf(compilation, loaded, cancellation), false);
    }

    private static Func<object?[], Task<object?>> EntryOf(CSharpCompilation compilation, Assembly loaded, CancellationToken cancellation)
    {
        IMethodSymbol entry = compilation.GetEntryPoint(cancellation)!;
        MethodInfo method = loaded.GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return method.CreateDelegate<Func<object?[], Task<object?>>>();
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

/// <summary>Where a chain stands.</summary>
/// <param name="Last">The last submission that compiled; null before the first.</param>
/// <param name="Inherited">The references that it has, with those of the ones before it.</param>
/// <param name="Given">The references there are now: a cell that did not compile may have added some.</param>
internal sealed record ChainEnd(CSharpCompilation? Last, ImmutableArray<MetadataReference> Inherited, ImmutableArray<MetadataReference> Given)
{
    public ChainEnd Then(CSharpCompilation submission) => new(submission, Given, Given);

    // A submission has the references of the one before it anyway; given again, they pile up from cell to cell.
    public IEnumerable<MetadataReference> NewOf(ImmutableArray<MetadataReference> references) =>
        Last is null ? references : references.Except(Inherited);
}

/// <summary>A cell that does not compile.</summary>
internal sealed class CellCompilationException(ErrorOutput report) : Exception(report.Message)
{
    public ErrorOutput Report { get; } = report;
}
