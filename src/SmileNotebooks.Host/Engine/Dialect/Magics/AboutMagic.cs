using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.CSharp;

namespace SmileNotebooks.Host;

/// <summary><c>#!about</c>: what runs this notebook.</summary>
internal sealed class AboutMagic() : CommandMagic("#!about", "", "Says which host, .NET and system run the notebook.")
{
    public override Task RunAsync(MagicCall call)
    {
        call.Show(MagicTable.Of(["what", "version"],
        [
            ["SmileNotebooks.Host", VersionOf(typeof(NotebookEngine).Assembly)],
            ["C#", $"{LanguageVersionFacts.ToDisplayString(CellSource.ParseOptions.LanguageVersion)} (Roslyn {VersionOf(typeof(CSharpCompilation).Assembly)})"],
            [".NET", RuntimeInformation.FrameworkDescription],
            ["system", $"{RuntimeInformation.OSDescription} ({RuntimeInformation.RuntimeIdentifier})"],
        ]));
        return Task.CompletedTask;
    }

    // Behind the + stands the commit, which nobody needs here.
    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? assembly.GetName().Version!.ToString();
}
