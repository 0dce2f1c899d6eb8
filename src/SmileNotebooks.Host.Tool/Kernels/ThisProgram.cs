using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tool.Kernels;

/// <summary>How this program is started from anywhere, as Jupyter has to start it.</summary>
internal static class ThisProgram
{
    /// <summary>Absolute paths: the checkout's launcher; else <c>dotnet exec smile.dll</c> where it was started so; else the program itself.</summary>
    public static ImmutableArray<string> Command
    {
        get
        {
            if (ProjectFolder.Launcher is { } launcher)
            {
                return [launcher];
            }

            string process = Environment.ProcessPath ?? throw new InvalidOperationException("The system does not tell this program's path.");
            return Path.GetFileNameWithoutExtension(process) == "dotnet"
                ? [process, "exec", Path.GetFullPath(Assembly.GetEntryAssembly()!.Location)]
                : [process];
        }
    }

    /// <summary>The variables to start it with: those that lead it to its .NET where that is in no usual place.</summary>
    public static JsonObject Variables
    {
        get
        {
            JsonObject variables = [];
            if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
            {
                variables["DOTNET_ROOT"] = root;
            }

            return variables;
        }
    }
}
