using System.CommandLine;
using Spectre.Console;

namespace SmileNotebooks.Cli.Commands;

/// <summary><c>smile models</c>: which face models there are, adding a bundle, checking them.</summary>
internal static class ModelsCommand
{
    public static Command Create()
    {
        Command list = new("list", "Shows which face models are there and what each gives.");
        list.SetAction(_ => List());

        Argument<string> path = new("path") { Description = "The downloaded face_landmarker.task." };
        UsageErrors.RefuseOptions(path);
        DetailedCommand add = new("add", "Adds Google's Face Landmarker bundle, which brings the 52 blendshapes.", """
            Download face_landmarker.task from the MediaPipe Face Landmarker page of Google's AI Edge documentation (Apache-2.0);
            it is checked, then copied into the folder for models. Nothing else needs it.
            """) { path };
        add.SetAction(parsed => Guard(() => Add(parsed.GetRequiredValue(path))));

        Command verify = new("verify", "Converts and loads every model, and says which are sound.");
        verify.SetAction(_ => Verify());

        return new Command("models", "Lists, adds and checks the face models.") { list, add, verify };
    }

    private static int List()
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("Model", "Gives", "State", "Licence");
        foreach (FaceModelStatus model in FaceModelInventory.List())
        {
            table.AddRow(Markup.Escape(model.Name), Markup.Escape(model.Gives), model.IsPresent ? "present" : "absent", Markup.Escape(model.Licence));
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"Folder for added models: {FaceModelFolder.Default}");
        return ExitCode.Success;
    }

    private static int Add(string path)
    {
        FaceModelBundle bundle = FaceModelBundle.Add(path);
        AnsiConsole.WriteLine($"Added {bundle.Path}: faces now come with 52 blendshapes.");
        if (!bundle.IsKnown)
        {
            AnsiConsole.WriteLine($"Note: sha256 {bundle.Sha256} is not the version that this library was checked with ({FaceModelBundle.KnownSha256}).");
        }

        return ExitCode.Success;
    }

    private static int Verify()
    {
        bool sound = true;
        foreach (FaceModelStatus model in FaceModelInventory.List().Where(model => model.IsPresent))
        {
            string? problem = model.FindProblem();
            AnsiConsole.WriteLine(problem is null ? $"sound    {model.Name}" : $"damaged  {problem}");
            sound &= problem is null;
        }

        return sound ? ExitCode.Success : ExitCode.Failure;
    }

    private static int Guard(Func<int> action)
    {
        try
        {
            return action();
        }
        catch (FaceModelException error)
        {
            throw new CommandException(error.Message, ExitCode.Failure, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{FaceModelFolder.Default}: the model cannot be put there: {error.Message}", ExitCode.Failure, error);
        }
    }
}
