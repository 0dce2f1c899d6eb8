using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host.Tool.Kernels;

/// <summary>Installs this program as a Jupyter kernel, and takes it away again.</summary>
internal static partial class KernelInstallation
{
    /// <summary>.NET Interactive's name: its notebooks open unchanged.</summary>
    public const string UsualName = ".net-csharp";

    /// <summary>Where .NET Interactive itself is installed.</summary>
    public const string OtherName = "smile-csharp";

    public const string UsualDisplayName = ".NET (C#)";

    private const string OtherDisplayName = ".NET (C#, SmileNotebooks)";

    private static readonly JsonSerializerOptions s_layout = new() { WriteIndented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Installs the kernel, over an older one of ours.</summary>
    /// <param name="dataFolder">One of Jupyter's data folders.</param>
    /// <param name="name">What notebooks call it; null: the usual name, or the other one where somebody else's kernel has the usual one.</param>
    /// <param name="displayName">What users call it; null: as the name.</param>
    /// <exception cref="CommandException">The name is none, or belongs to a kernel that is not ours, or the folder cannot be written.</exception>
    public static Kernelspec Install(string dataFolder, string? name, string? displayName)
    {
        Kernelspec? other = name is null ? Foreign(dataFolder, UsualName) : null;
        string chosen = name ?? (other is null ? UsualName : OtherName);
        if (!Name().IsMatch(chosen))
        {
            throw new CommandException($"A kernel's name has letters, digits, '.', '-' and '_', found '{chosen}'.", ExitCode.Usage);
        }

        string folder = Path.Combine(Kernelspec.KernelsFolder(dataFolder), chosen);
        if (Kernelspec.Read(folder) is { IsOurs: false } foreign)
        {
            throw new CommandException($"{folder} holds another kernel ({foreign.DisplayName}), which is left as it is: choose a name with --name.", ExitCode.Failure);
        }

        try
        {
            Write(folder, displayName ?? (chosen == OtherName ? OtherDisplayName : UsualDisplayName));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{folder}: cannot be written: {error.Message}", ExitCode.Failure, error);
        }

        return Kernelspec.Read(folder)!;
    }

    /// <summary>Takes an installed kernel of ours away.</summary>
    /// <exception cref="CommandException">It cannot be removed.</exception>
    public static void Remove(Kernelspec kernel)
    {
        try
        {
            Directory.Delete(kernel.Folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{kernel.Folder}: cannot be removed: {error.Message}", ExitCode.Failure, error);
        }
    }

    /// <summary>A kernel of a name that somebody else installed, in this folder or where Jupyter would find it.</summary>
    public static Kernelspec? Foreign(string dataFolder, string name) =>
        JupyterFolders.All.Prepend(dataFolder).Select(data => Kernelspec.Read(Path.Combine(Kernelspec.KernelsFolder(data), name)))
            .FirstOrDefault(spec => spec is { IsOurs: false });

    private static void Write(string folder, string displayName)
    {
        JsonObject spec = new()
        {
            ["argv"] = new JsonArray([.. ThisProgram.Command.Concat(["kernel", "run", "--connection-file", "{connection_file}"]).Select(word => (JsonNode)word)]),
            ["display_name"] = displayName,
            // Jupyter copies it into notebooks, and "C#" there breaks Quarto's code fences.
            ["language"] = "csharp",
            ["interrupt_mode"] = "message",
            ["env"] = ThisProgram.Variables,
            ["metadata"] = new JsonObject { ["debugger"] = false, [Kernelspec.Mark] = new JsonObject() },
        };
        Directory.CreateDirectory(folder);
        foreach (string logo in Logos)
        {
            using Stream drawn = typeof(KernelInstallation).Assembly.GetManifestResourceStream($"Kernels/{logo}")!;
            using FileStream file = File.Create(Path.Combine(folder, logo));
            drawn.CopyTo(file);
        }

        string temporary = Path.Combine(folder, $"kernel.json.{Guid.NewGuid():N}.tmp");
        File.WriteAllText(temporary, spec.ToJsonString(s_layout) + "\n");
        File.Move(temporary, Path.Combine(folder, "kernel.json"), overwrite: true);
    }

    private static IEnumerable<string> Logos => ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];

    [GeneratedRegex(@"\A[A-Za-z0-9._-]+\z")]
    private static partial Regex Name();
}
