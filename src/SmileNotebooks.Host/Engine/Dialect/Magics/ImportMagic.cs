namespace SmileNotebooks.Host;

/// <summary><c>#!import</c>: runs another notebook's code, or a script, as if it stood here.</summary>
internal sealed class ImportMagic()
    : CommandMagic("#!import", "path", "Runs the C# cells of an .ipynb or .dib notebook, or a .cs or .csx script, in this notebook.")
{
    public override Task RunAsync(MagicCall call)
    {
        string path = call.Arguments.Trim('"');
        return path.Length > 0
            ? call.Interpreter.ImportAsync(path, call.Source, call.Line, call.Cancellation)
            : throw new CellSourceException(call.Line, "`#!import` takes the path of a notebook (.ipynb, .dib) or of a script (.cs, .csx).");
    }
}
