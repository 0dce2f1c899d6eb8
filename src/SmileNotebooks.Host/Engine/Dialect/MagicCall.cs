// One call of a magic command, and what it may do with the notebook.
namespace SmileNotebooks.Host;

/// <summary>A call of a magic command.</summary>
/// <param name="Arguments">What stands behind the name.</param>
/// <param name="Line">The line of the call, from 1.</param>
/// <param name="Interpreter">The notebook that runs it.</param>
/// <param name="Source">The cell or file that it stands in.</param>
/// <param name="Cancellation">Interrupts the cell.</param>
internal sealed record MagicCall(string Arguments, int Line, CellInterpreter Interpreter, SourceFile Source, CancellationToken Cancellation)
{
    /// <summary>Shows a value below the cell.</summary>
    public void Show(MimeBundle bundle) => Interpreter.Context.Put(new DisplayOutput(bundle));
}
