using System.CommandLine;
using SmileNotebooks.Host.Tool.Notebooks;

namespace SmileNotebooks.Host.Tool.Commands;

/// <summary><c>smile convert</c>: a notebook in another file format.</summary>
internal static class ConvertCommand
{
    private const string Line = "Converts a notebook between .ipynb, .dib and percent-format .cs, told by the extensions.";

    private const string Details = """
        Examples:
          smile convert study.ipynb study.dib     for .NET Interactive
          smile convert study.ipynb study.cs      a script with cells that begin at `// %%`: to review, compare and edit as code
          smile convert study.cs study.ipynb      and back

        What a format cannot hold (outputs, attached pictures; in .dib also tags) is left out and told on the error stream.
        """;

    public static Command Create()
    {
        Argument<string> input = new("in") { Description = "The notebook: .ipynb, .dib or .cs." };
        Argument<string> output = new("out") { Description = "The file to write: .ipynb, .dib or .cs." };
        Option<bool> force = new("--force") { Description = "Replace the file if it is there." };
        UsageErrors.RefuseOptions(input);
        UsageErrors.RefuseOptions(output);
        DetailedCommand command = new("convert", Line, Details) { input, output, force };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), parsed.GetValue(force)));
        return command;
    }

    private static int Run(string input, string output, bool force)
    {
        OutputPath.RequireWritable(output);
        try
        {
            NotebookFormat format = NotebookFile.FormatOf(output);
            NotebookDocument document = NotebookSession.Read(input);
            if (!force && Path.Exists(output))
            {
                throw new CommandException($"{output}: is there already; --force replaces it.", ExitCode.Failure);
            }

            OutputPath.Write(output, path => NotebookFile.Write(document, path));
            foreach (string lost in NotebookFile.WhatIsLost(document, format))
            {
                Console.Error.WriteLine($"smile: {output}: left out: {lost}");
            }

            Console.WriteLine($"{input} -> {output}: {document.Cells.Length} {(document.Cells.Length == 1 ? "cell" : "cells")}");
            return ExitCode.Success;
        }
        catch (NotebookFormatException error)
        {
            throw new CommandException(error.Message, ExitCode.Failure, error);
        }
    }
}
