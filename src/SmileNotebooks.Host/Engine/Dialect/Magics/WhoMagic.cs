namespace SmileNotebooks.Host;

/// <summary><c>#!who</c>: the names of the variables.</summary>
internal sealed class WhoMagic() : CommandMagic("#!who", "", "Lists the names of the notebook's variables.")
{
    public override Task RunAsync(MagicCall call)
    {
        string[] names = [.. call.Interpreter.Engine.Variables.Select(variable => variable.Name)];
        call.Show(Formatting.Bundle(names.Length == 0 ? WhosMagic.None : string.Join(", ", names), []));
        return Task.CompletedTask;
    }
}
