// Each notebook is run once in each host, whichever tests ask for it.
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Bridges.Tests.Interactive;

/// <summary>Tests of notebooks in .NET Interactive: one after the other, since each runs two hosts.</summary>
[CollectionDefinition(Name)]
public sealed class InteractiveTests : ICollectionFixture<BothHosts>
{
    /// <summary>The name of the collection.</summary>
    public const string Name = ".NET Interactive";
}

/// <summary>The notebooks as both hosts run them.</summary>
public sealed class BothHosts
{
    private readonly ConcurrentDictionary<string, Task<(ExecutedNotebook, ExecutedNotebook)>> _runs = new();

    /// <summary>The notebooks of the project, by their names without extension.</summary>
    public static ImmutableArray<string> Notebooks { get; } =
        [.. Directory.EnumerateFiles(Repository.PathOf("notebooks"), "*.ipynb").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>The notebook with its outputs in both hosts.</summary>
    internal Task<(ExecutedNotebook Ours, ExecutedNotebook Theirs)> RunAsync(string notebook) =>
        _runs.GetOrAdd(notebook, static name => Hosts.RunInBothAsync(Repository.PathOf("notebooks", $"{name}.ipynb")));
}
