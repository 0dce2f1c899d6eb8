// Runs the compiler once in the background, so that the first cell need not wait for its code to be made ready.
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SmileNotebooks.Host;

internal static class CompilerWarmUp
{
    // What first cells do: imports, a call, a lambda, a loop, a trailing value.
    private const string Code = """
        using System.IO;
        var warm = Enumerable.Range(0, 3).Select(x => x + 1).ToList();
        foreach (int one in warm) { Console.WriteLine($"{one}"); }
        warm
        """;

    /// <summary>Begins. The compiled code is never run, and belongs to no notebook.</summary>
    /// <param name="folder">The notebook's folder.</param>
    public static void Begin(string folder)
    {
        Thread thread = new(() => Run(folder)) { IsBackground = true, Name = "compiler warm-up", Priority = ThreadPriority.BelowNormal };
        thread.Start();
    }

    private static void Run(string folder)
    {
        // References of its own: symbols are kept with them, and must not be shared between compilations of different chains.
        NotebookLoadContext context = new();
        ImmutableArray<MetadataReference> references = new NotebookReferences(context).All;
        SubmissionChain chain = new(context, references);
        chain.Compile(Code, "warm-up", references, CancellationToken.None);
        Completer.Complete(chain, "warm.Wh", "warm.Wh".Length, folder, CancellationToken.None);
    }
}
