using System.CommandLine;
using SmileNotebooks.Host.Tool.Kernels;
using Spectre.Console;

namespace SmileNotebooks.Host.Tool.Commands;

/// <summary><c>smile kernel</c>: installs the kernel for Jupyter, and is it.</summary>
internal static class KernelCommand
{
    private const string InstallDetails = """
        Examples:
          smile kernel install                  for this user: every Jupyter of theirs offers .NET (C#)
          smile kernel install --prefix .venv   for the Jupyter of one Python environment

        The kernel is named .net-csharp, as .NET Interactive's, whose notebooks then open unchanged. Where .NET Interactive itself
        has that name, this one is named smile-csharp.
        """;

    private const string RunDetails = """
        The kernel speaks Jupyter's protocol 5.3 at the addresses in the connection file, for whoever has the key in it.
        Ctrl+C interrupts the cell that runs; the kernel ends when it is told to, or when the Jupyter that started it is gone.
        """;

    public static Command Create() => new("kernel", "Installs the C# kernel for Jupyter (install, uninstall, list).")
    {
        CreateInstall(), CreateUninstall(), CreateList(), CreateRun(),
    };

    /// <summary>Says what was installed, and why not by the usual name.</summary>
    public static void Tell(Kernelspec kernel, string data)
    {
        if (kernel.Name == KernelInstallation.OtherName && KernelInstallation.Foreign(data, KernelInstallation.UsualName) is { } other)
        {
            Console.WriteLine($"{KernelInstallation.UsualName} is another kernel ({other.Folder}), which is left as it is.");
        }

        Console.WriteLine($"installed: {kernel.DisplayName} as {kernel.Name} in {kernel.Folder}");
    }

    private static DetailedCommand CreateInstall()
    {
        Option<string?> name = new("--name") { Description = "What notebooks call the kernel. Default: .net-csharp.", HelpName = "NAME" };
        Option<string?> display = new("--display-name") { Description = "What users call it. Default: .NET (C#).", HelpName = "TEXT" };
        (Option<bool> user, Option<string?> prefix) = CreatePlace();
        DetailedCommand command = new("install", "Installs the C# kernel, so that Jupyter offers it.", InstallDetails) { user, prefix, name, display };
        command.SetAction(parsed =>
        {
            string data = DataFolder(parsed.GetValue(user), parsed.GetValue(prefix));
            Kernelspec kernel = KernelInstallation.Install(data, parsed.GetValue(name), parsed.GetValue(display));
            Tell(kernel, data);
            return ExitCode.Success;
        });
        return command;
    }

    private static Command CreateUninstall()
    {
        Option<string?> name = new("--name") { Description = "Only the kernel of this name. Default: all that this program installed there.", HelpName = "NAME" };
        (Option<bool> user, Option<string?> prefix) = CreatePlace();
        Command command = new("uninstall", "Takes the C# kernel away; kernels that something else installed are left alone.") { user, prefix, name };
        command.SetAction(parsed => Uninstall(DataFolder(parsed.GetValue(user), parsed.GetValue(prefix)), parsed.GetValue(name)));
        return command;
    }

    private static Command CreateList()
    {
        Command command = new("list", "Lists where the C# kernel is installed.");
        command.SetAction(_ =>
        {
            Kernelspec[] kernels = [.. Kernelspec.Below(JupyterFolders.All).Where(kernel => kernel.IsOurs)];
            if (kernels.Length == 0)
            {
                Console.WriteLine("The kernel is not installed. To install it: smile kernel install");
            }

            foreach (Kernelspec kernel in kernels)
            {
                string missing = string.Join(", ", kernel.Missing);
                Console.WriteLine($"{kernel.Name}  {kernel.DisplayName}  {kernel.Folder}{(missing.Length == 0 ? "" : $"  cannot start: {missing} is gone; install it again")}");
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static DetailedCommand CreateRun()
    {
        Option<string> connection = new("--connection-file", "-f") { Description = "The file in which Jupyter tells the addresses.", HelpName = "FILE", Required = true };
        DetailedCommand command = new("run", "Is the kernel: Jupyter starts it so; not meant to be started by hand.", RunDetails) { TakesSignals = true };
        command.Options.Add(connection);
        command.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(connection), stop));
        return command;
    }

    private static (Option<bool> User, Option<string?> Prefix) CreatePlace() => (
        new("--user") { Description = "In the user's folder. The default." },
        new("--prefix") { Description = "In DIR/share/jupyter, where the Jupyter of the environment DIR looks.", HelpName = "DIR" });

    private static string DataFolder(bool user, string? prefix) => (user, prefix) switch
    {
        (true, not null) => throw new CommandException("--user and --prefix are two places: give one of them.", ExitCode.Usage),
        (_, null) => JupyterFolders.User,
        (_, { } folder) when !Directory.Exists(folder) => throw new CommandException($"--prefix: there is no folder {folder}.", ExitCode.Usage),
        (_, { } folder) => JupyterFolders.Of(folder),
    };

    private static int Uninstall(string data, string? name)
    {
        Kernelspec[] found = [.. Kernelspec.Below([data]).Where(kernel => name is null ? kernel.IsOurs : kernel.Name == name)];
        foreach (Kernelspec kernel in found)
        {
            if (!kernel.IsOurs)
            {
                throw new CommandException($"{kernel.Folder} was installed by something else ({kernel.DisplayName}) and is left as it is.", ExitCode.Failure);
            }

            KernelInstallation.Remove(kernel);
            Console.WriteLine($"removed: {kernel.Name} from {kernel.Folder}");
        }

        if (found.Length == 0)
        {
            Console.WriteLine($"There is no {(name is null ? "kernel of this program" : $"kernel {name}")} in {Kernelspec.KernelsFolder(data)}.");
        }

        return ExitCode.Success;
    }

    private static async Task<int> RunAsync(string connectionFile, CancellationToken stop)
    {
        try
        {
            await JupyterKernel.RunAsync(connectionFile, cancellation: stop);
            return ExitCode.Success;
        }
        catch (InvalidDataException error)
        {
            throw new CommandException(error.Message, ExitCode.Failure, error); // names the file itself
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{connectionFile}: {error.Message}", ExitCode.Failure, error);
        }
    }
}
