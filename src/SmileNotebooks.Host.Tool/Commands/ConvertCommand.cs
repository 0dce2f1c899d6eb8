using System.CommandLine;

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
        try
        {
            NotebookFormat format = NotebookFile.FormatOf(output);
            NotebookDocument document = NotebookFile.Read(input);
            if (!force && Path.Exists(output))
            {
                throw new CommandException($"{output}: is there already; --force replaces it.", ExitCode.Failure);
            }

            NotebookFile.Write(document, output);
            foreach (string lost in NotebookFile.WhatIsLost(document, format))
            {
                Console.Error.WriteLine($"smile: {output}: left out: {lost}");
            }

            Console.WriteLine($"{input} -> {output}: {document.Cells.Length} {(document.Cells.Length == 1 ? "cell" : "cells")}");
            return ExitCode.Success;
        }
        catch (Exception error) when (error is NotebookFormatException or FileNotFoundException)
        {
            throw new CommandException(error.Message, ExitCode.Failure, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{output}: {error.Message}", ExitCode.Failure, error);
        }
    }
}
