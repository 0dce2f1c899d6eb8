// `#r "path.csproj"`: builds a project and finds what it built.
namespace SmileNotebooks.Host;

internal static class ProjectReference
{
    public static bool IsOne(string value) => Path.GetExtension(value.Trim()) is ".csproj" or ".fsproj" or ".vbproj";

    /// <summary>Builds a project (Release), with the packages that it uses beside its assembly.</summary>
    /// <param name="directive">The <c>#r</c>.</param>
    /// <param name="path">The project.</param>
    /// <param name="cell">The cell that needs it.</param>
    /// <returns>The path of the assembly.</returns>
    /// <exception cref="CellSourceException">It cannot be built; the first error is in the message.</exception>
    public static async Task<string> BuildAsync(CellDirective directive, string path, CellContext cell)
    {
        if (!File.Exists(path))
        {
            throw new CellSourceException(directive.Line, $"`#r \"{directive.Value}\"`: there is no project {path}.");
        }

        DotnetResult result;
        try
        {
            string[] arguments = ["build", path, "-c", "Release", "--nologo", "-v", "quiet", "-p:CopyLocalLockFileAssemblies=true", "-target:Build", "-getProperty:TargetPath", "--disable-build-servers"];
            result = await DotnetCommand.RunAsync(Path.GetDirectoryName(path)!, arguments, cell).ConfigureAwait(false);
        }
        catch (FileNotFoundException error)
        {
            throw new CellSourceException(directive.Line, $"`#r \"{directive.Value}\"`: {error.Message}.");
        }

        string assembly = result.Output.Trim().Split('\n')[^1].Trim();
        if (result.ExitCode != 0)
        {
            throw new CellSourceException(directive.Line, $"`#r \"{directive.Value}\"`: the project does not build. {result.Errors.FirstOrDefault() ?? assembly}");
        }

        return File.Exists(assembly) ? assembly : throw new CellSourceException(
            directive.Line, $"`#r \"{directive.Value}\"`: the project builds no single assembly (it may have several target frameworks): reference one of its .dll files.");
    }
}
