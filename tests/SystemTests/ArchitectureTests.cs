// Who may use whom. A room is a folder of a project; all rooms of a project share one namespace, so the compiler is asked which
// source file each name comes from.
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SystemTests;

public class ArchitectureTests
{
    /// <summary>By project: a room, and the rooms or single files that it may use. What lies beside the rooms may be used by all.</summary>
    private static readonly Dictionary<string, Dictionary<string, string[]>> RoomArrows = new()
    {
        // Display is the ground floor: how any value says that it can be shown.
        ["SmileNotebooks"] = new()
        {
            ["Display"] = [],
            ["Files"] = [],
            ["Statistics"] = [],
            ["Imaging"] = ["Display", "Files"],
            ["Physiology"] = ["Display", "Files"],
            ["Faces"] = ["Display", "Imaging"],
            ["ActionUnits"] = ["Display", "Files", "Faces"],
            ["Smiles"] = ["Display", "Files", "Imaging", "Faces", "ActionUnits", "Statistics"],
            ["Experiments"] = ["Display", "Files", "Physiology", "Statistics"],
            ["Studies"] = ["Display", "Files", "Experiments", "Statistics"],
            ["Charts"] = ["Display", "Files", "Statistics", "Imaging", "Physiology", "Faces", "ActionUnits", "Smiles", "Experiments", "Studies"],
        },

        // A .dib file is cut where its C# says so, and a table brings its script: two places where a lower room needs one file of an upper one.
        ["SmileNotebooks.Host"] = new()
        {
            ["Notebooks"] = ["Engine/Dialect/CellSource", "Engine/Dialect/CellText"],
            ["Engine"] = ["Notebooks", "Publishing/PageAssets"],
            ["Publishing"] = ["Notebooks", "Engine/Formatting/TableScript"],
            ["Running"] = ["Notebooks", "Engine", "Publishing/ReportProvenance"],
            ["Jupyter/Zmtp"] = [],
            ["Jupyter/Wire"] = ["Jupyter/Zmtp"],
            ["Jupyter"] = ["Jupyter/Zmtp", "Jupyter/Wire", "Notebooks", "Engine", "Publishing/Figure", "Publishing/PlotlyLibrary"],
        },
    };

    private static readonly Dictionary<string, string[]> ProjectArrows = new()
    {
        ["OnnxRuntime"] = [],
        ["TfLiteToOnnx"] = [],
        ["SmileNotebooks"] = ["OnnxRuntime", "TfLiteToOnnx"],
        ["SmileNotebooks.Host"] = [],
        ["SmileNotebooks.Host.Tool"] = ["SmileNotebooks.Host"],
        ["SmileNotebooks.Cli"] = ["SmileNotebooks", "SmileNotebooks.Host.Tool"],

        // Bridges, which nobody references: BridgesTests.
        ["SmileNotebooks.DataFrames"] = ["SmileNotebooks"],
        ["SmileNotebooks.MLNet"] = ["SmileNotebooks"],
        ["SmileNotebooks.PlotlyNet"] = ["SmileNotebooks"],
    };

    /// <summary>Errors of names that mean nothing. Others are of no concern: source generators, for one, do not run here.</summary>
    private static readonly string[] UnknownNames = ["CS0103", "CS0117", "CS0234", "CS0246", "CS1061"];

    public static TheoryData<string> ProjectsWithRooms => new(RoomArrows.Keys);

    [Fact]
    public void Projects_reference_only_what_the_architecture_allows()
    {
        List<string> found = [];
        foreach (string project in Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories))
        {
            string name = Path.GetFileNameWithoutExtension(project);
            string[] allowed = Assert.Contains(name, (IDictionary<string, string[]>)ProjectArrows);
            found.AddRange(XDocument.Load(project).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')))
                .Where(reference => !allowed.Contains(reference))
                .Select(reference => $"{name} -> {reference}"));
        }

        Assert.Empty(found);
    }

    [Theory]
    [MemberData(nameof(ProjectsWithRooms))]
    public void Rooms_use_only_the_rooms_that_the_architecture_allows(string project)
    {
        Dictionary<string, string[]> arrows = RoomArrows[project];
        string folder = Repository.PathOf("src", project);
        CSharpCompilation compiled = Compile(project, folder);
        SortedSet<string> forbidden = new(StringComparer.Ordinal);
        foreach (SyntaxTree tree in compiled.SyntaxTrees)
        {
            string file = PlaceOf(tree, folder);
            if (!file.Contains('/'))
            {
                continue;
            }

            string? room = RoomOf(file, arrows);
            Assert.True(room is not null, $"{project}/{file} lies in a folder that is no room.");
            SemanticModel model = compiled.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                string[] files = [.. FilesOf(model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol, folder)];

                // A type in parts (an attribute of the formatter convention in Charts, all the rest in its own room) is used where a part may be.
                if (files.Length > 0 && !files.Any(used => IsAllowed(used, room, arrows)))
                {
                    forbidden.UnionWith(files.Select(used => $"{room} -> {used}: {name} in {file}"));
                }
            }
        }

        Assert.Empty(forbidden);
    }

    private static bool IsAllowed(string used, string room, Dictionary<string, string[]> arrows) =>
        RoomOf(used, arrows) is not { } other || other == room || arrows[room].Any(allowed => IsIn(used, allowed));

    private static CSharpCompilation Compile(string project, string folder)
    {
        CSharpParseOptions options = new(LanguageVersion.CSharp14);
        IEnumerable<SyntaxTree> trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file))
            .Append(CSharpSyntaxTree.ParseText(
                "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;",
                options));
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => IsReferenced(Path.GetFileNameWithoutExtension(path), project))
            .Select(path => MetadataReference.CreateFromFile(path));
        CSharpCompilation compiled = CSharpCompilation.Create(
            project, trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

        // A name that does not resolve would be an arrow that is not seen.
        Assert.Empty(compiled.GetDiagnostics(TestContext.Current.CancellationToken).Where(found => UnknownNames.Contains(found.Id)));
        return compiled;
    }

    /// <summary>Ours only where the project references it: another's types would hide those of .NET that have the same name.</summary>
    private static bool IsReferenced(string assembly, string project) => !ProjectArrows.ContainsKey(assembly) || ProjectArrows[project].Contains(assembly);

    private static IEnumerable<string> FilesOf(ISymbol? symbol, string folder) =>
        symbol is null or INamespaceSymbol
            ? []
            : symbol.Locations.Where(location => location.IsInSource).Select(location => PlaceOf(location.SourceTree!, folder)).Distinct();

    /// <summary>The file's path in its project, with slashes; empty for source that is in no file.</summary>
    private static string PlaceOf(SyntaxTree tree, string folder) =>
        tree.FilePath.Length == 0 ? "" : Path.GetRelativePath(folder, tree.FilePath).Replace('\\', '/');

    /// <summary>The innermost room that a file lies in.</summary>
    private static string? RoomOf(string file, Dictionary<string, string[]> arrows) =>
        arrows.Keys.Where(room => IsIn(file, room)).MaxBy(room => room.Length);

    /// <param name="file">A file.</param>
    /// <param name="place">A folder, or a file without its extension.</param>
    private static bool IsIn(string file, string place) =>
        file.StartsWith(place, StringComparison.Ordinal) && file[place.Length..] is ['/' or '.', ..];
}
