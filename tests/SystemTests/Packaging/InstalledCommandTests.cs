// The folder that the launcher runs the command from: compiled ahead of time, and the same build that notebooks reference.
using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SystemTests.Packaging;

public sealed class InstalledCommandTests
{
    [Fact]
    public async Task The_launcher_runs_assemblies_that_are_compiled_and_of_the_build_that_notebooks_reference()
    {
        ProcessStartInfo start = new(Repository.PathOf(OperatingSystem.IsWindows() ? "smile.cmd" : "smile"), "--version") { RedirectStandardOutput = true };
        using Process smile = Process.Start(start)!;
        await smile.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await smile.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, smile.ExitCode);

        string folders = Repository.PathOf("artifacts", "command");
        string folder = Path.Combine(folders, (await File.ReadAllTextAsync(Path.Combine(folders, "current"), TestContext.Current.CancellationToken)).Trim());
        string referenced = Repository.PathOf("artifacts", "bin", "SmileNotebooks", "release", "SmileNotebooks.dll");
        Assert.Equal(Build(referenced), Build(Path.Combine(folder, "SmileNotebooks.dll")));
        bool saysNot = File.Exists(Path.Combine(folder, "note.txt"));
        foreach (string name in (string[])["Microsoft.CodeAnalysis.CSharp.dll", "SmileNotebooks.Host.dll", "SmileNotebooks.dll", "smile.dll"])
        {
            Assert.True(IsCompiled(Path.Combine(folder, name)) != saysNot, $"{name}: compiled {!saysNot} was expected");
        }
    }

    private static Guid Build(string assembly)
    {
        using PEReader reader = new(File.OpenRead(assembly));
        MetadataReader metadata = reader.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static bool IsCompiled(string assembly)
    {
        using PEReader reader = new(File.OpenRead(assembly));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
