using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SmileNotebooks.Host.Tool;

/// <summary>A command with a line for lists of commands, and details that only its own <c>--help</c> shows.</summary>
internal sealed class DetailedCommand(string name, string line, string details) : Command(name, line)
{
    public string Details { get; } = details;

    /// <summary>Whether Ctrl+C means something else to it than to stop.</summary>
    public bool TakesSignals { get; init; }
}

/// <summary>Help, and then the details of the command that was asked about.</summary>
internal sealed class DetailedHelp(HelpAction help) : SynchronousCommandLineAction
{
    /// <summary>Makes <c>--help</c> of a command and of all below it show details.</summary>
    public static void Attach(RootCommand root)
    {
        HelpOption option = root.Options.OfType<HelpOption>().Single();
        option.Action = new DetailedHelp((HelpAction)option.Action!);
    }

    public override int Invoke(ParseResult parseResult)
    {
        int result = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DetailedCommand command)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(command.Details);
        }

        return result;
    }
}
