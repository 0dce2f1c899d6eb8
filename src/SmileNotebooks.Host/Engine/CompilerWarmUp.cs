// Loads the compiler on a processor that would be idle, while the first cell is on its way.
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace SmileNotebooks.Host;

internal static class CompilerWarmUp
{
    // What most cells do: variables, calls, LINQ, lambdas, string interpolation, a value at the end.
    private const string Typical = """
        var numbers = Enumerable.Range(0, 3).Select(n => new { N = n }).ToList();
        foreach (var each in numbers) { Console.WriteLine($"{each.N}"); }
        numbers.Count(each => each.N % 2 == 0)
        """;

    /// <summary>Begins; what it compiles is thrown away. With one processor it would only be in the way.</summary>
    public static void Begin()
    {
        if (Environment.ProcessorCount > 1)
        {
            new Thread(() => Compile()) { IsBackground = true, Name = "compiler warm-up", Priority = ThreadPriority.BelowNormal }.Start();
        }
    }

    /// <returns>The errors of the code: none, or the rest of the compiler stays cold.</returns>
    internal static IEnumerable<Diagnostic> Compile()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<MetadataReference> references =
            ((string[])["System.Private.CoreLib", "System.Runtime", "System.Console", "System.Linq", "System.Collections"])
            .Select(name => MetadataReference.CreateFromFile(Path.Combine(folder, $"{name}.dll")));
        CSharpCompilation compilation = CSharpCompilation.CreateScriptCompilation(
            "warm-up", CSharpSyntaxTree.ParseText(Typical, CellSource.ParseOptions), references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, usings: ["System", "System.Linq", "System.Collections.Generic"], optimizationLevel: OptimizationLevel.Release), returnType: typeof(object));
        return compilation.Emit(Stream.Null, Stream.Null, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)).Diagnostics;
    }
}
