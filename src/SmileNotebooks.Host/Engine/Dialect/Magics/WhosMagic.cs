namespace SmileNotebooks.Host;

/// <summary><c>#!whos</c>: the variables with their types and values.</summary>
internal sealed class WhosMagic() : CommandMagic("#!whos", "", "Lists the notebook's variables with their types and values.")
{
    public const string None = "No variable is declared.";

    public override Task RunAsync(MagicCall call)
    {
        string[][] rows = [.. call.Interpreter.Engine.Variables.Select(variable => new[] { variable.Name, variable.Type, variable.Value })];
        call.Show(rows.Length == 0 ? Formatting.Bundle(None, []) : MagicTable.Of(["name", "type", "value"], rows));
        return Task.CompletedTask;
    }
}
