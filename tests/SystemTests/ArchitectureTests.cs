// Who may use whom. A room is a folder of src/SmileNotebooks; all rooms share one namespace, so the compiler is asked which
// source file each name comes from.
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SystemTests;

public class ArchitectureTests
{
    /// <summary>A room and the rooms that it may use. Display is the ground floor: how any value says that it can be shown.</summary>
    private static readonly Dictionary<string, string[]> RoomArrows = new()
    {
        ["Display"] = [],
        ["Statistics"] = [],
        ["Imaging"] = ["Display"],
        ["Physiology"] = ["Display"],
        ["Faces"] = ["Display", "Imaging"],
        ["ActionUnits"] = ["Display", "Faces"],
        ["Smiles"] = ["Display", "Faces", "ActionUnits", "Statistics"],
        ["Experiments"] = ["Display", "Physiology", "Statistics"],
        ["Studies"] = ["Display", "Experiments", "Statistics"],
        ["Charts"] = ["Display", "Statistics", "Imaging", "Physiology", "Faces", "ActionUnits", "Smiles", "Experiments", "Studies"],
    };

    private static readonly Dictionary<string, string[]> ProjectArrows = new()
    {
        ["OnnxRuntime"] = [],
        ["TfLiteToOnnx"] = [],
        ["SmileNotebooks"] = ["OnnxRuntime", "TfLiteToOnnx"],
        ["SmileNotebooks.Host"] = [],
        ["SmileNotebooks.Host.Tool"] = ["SmileNotebooks.Host"],
        ["SmileNotebooks.Cli"] = ["SmileNotebooks", "SmileNotebooks.Host.Tool"],
    };

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

    [Fact]
    public void Rooms_of_the_library_use_only_the_rooms_that_the_architecture_allows()
    {
        CSharpCompilation library = CompileLibrary();
        SortedSet<string> forbidden = new(StringComparer.Ordinal);
        foreach (SyntaxTree tree in library.SyntaxTrees.Where(tree => RoomOf(tree) is not null))
        {
            string room = RoomOf(tree)!;
            string[] allowed = Assert.Contains(room, (IDictionary<string, string[]>)RoomArrows);
            SemanticModel model = library.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                foreach (string used in RoomsOf(model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol))
                {
                    if (used != room && !allowed.Contains(used))
                    {
                        forbidden.Add($"{room} -> {used}: {name} in {Path.GetFileName(tree.FilePath)}");
                    }
                }
            }
        }

        Assert.Empty(forbidden);
    }

    /// <summary>Errors of names that mean nothing. Others are of no concern: source generators, for one, do not run here.</summary>
    private static readonly string[] UnknownNames = ["CS0103", "CS0117", "CS0234", "CS0246", "CS1061"];

    private static CSharpCompilation CompileLibrary()
    {
        string folder = Repository.PathOf("src", "SmileNotebooks");
        CSharpParseOptions options = new(LanguageVersion.CSharp14);
        IEnumerable<SyntaxTree> trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file))
            .Append(CSharpSyntaxTree.ParseText(
                "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;",
                options));
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) != "SmileNotebooks.dll")
            .Select(path => MetadataReference.CreateFromFile(path));
        CSharpCompilation library = CSharpCompilation.Create(
            "SmileNotebooks", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

        // A name that does not resolve would be an arrow that is not seen.
        Assert.Empty(library.GetDiagnostics(TestContext.Current.CancellationToken).Where(found => UnknownNames.Contains(found.Id)));
        return library;
    }

    private static IEnumerable<string> RoomsOf(ISymbol? symbol) =>
        symbol is null or INamespaceSymbol
            ? []
            : symbol.Locations.Where(location => location.IsInSource).Select(location => RoomOf(location.SourceTree!)).OfType<string>().Distinct();

    private static string? RoomOf(SyntaxTree tree)
    {
        if (tree.FilePath.Length == 0)
        {
            return null;
        }

        string[] parts = Path.GetRelativePath(Repository.PathOf("src", "SmileNotebooks"), tree.FilePath).Split(Path.DirectorySeparatorChar);
        return parts.Length > 1 ? parts[0] : null;
    }
}
