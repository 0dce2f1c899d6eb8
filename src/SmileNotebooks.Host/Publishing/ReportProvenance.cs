// What a reader needs to trust a report and to make it again.
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace SmileNotebooks.Host;

/// <summary>Where a report comes from: printed at its foot and never guessed by the publisher.</summary>
public sealed record ReportProvenance
{
    /// <summary>The exact command that makes this report again, as typed in the repository's root.</summary>
    public required string Command { get; init; }

    /// <summary>When the run of the notebook began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long the whole run took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The notebook's path as a reader knows it, relative to the repository. Default: not shown.</summary>
    public string? Notebook { get; init; }

    /// <summary>The commit that the notebook was run from. Default: null, no repository.</summary>
    public GitProvenance? Git { get; init; }

    /// <summary>The assemblies that the notebook used. Default: none.</summary>
    public ImmutableArray<AssemblyVersion> Assemblies { get; init; } = [];

    /// <summary>The .NET that ran the notebook. Default: the .NET of this process.</summary>
    public string Runtime { get; init; } = RuntimeInformation.FrameworkDescription;

    /// <summary>The operating system and processor. Default: those of this process.</summary>
    public string OperatingSystem { get; init; } =
        $"{RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture})";

    /// <summary>The data files that were read. Default: none.</summary>
    public ImmutableArray<DataFile> DataFiles { get; init; } = [];

    /// <summary>Name and value of each parameter of the run, in the order of their names. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> Parameters { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The software to cite beside the report, usually <see cref="SoftwareCitation.Read"/> of the project's CITATION.cff. Default: null, none.</summary>
    public SoftwareCitation? Software { get; init; }

    /// <summary>The seed of everything random. Default: null, nothing random.</summary>
    public long? Seed { get; init; }
}

/// <summary>An assembly that a notebook used.</summary>
/// <param name="Name">The assembly's simple name.</param>
/// <param name="Version">Its version as a reader would look it up, such as <c>0.1.0+9f2c1e7</c>.</param>
public sealed record AssemblyVersion(string Name, string Version);

/// <summary>A data file that a notebook read.</summary>
/// <param name="Path">Its path as a reader knows it, relative to the repository.</param>
/// <param name="Sha256">The SHA-256 of its bytes, 64 hexadecimal digits.</param>
public sealed record DataFile(string Path, string Sha256);
