// The few lines of a CITATION.cff that a citation is made of (Citation File Format 1.2.0, https://citation-file-format.github.io).
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>How a project asks to be cited: shown in reports that were made with it.</summary>
public sealed record SoftwareCitation
{
    /// <summary>The software's title.</summary>
    public required string Title { get; init; }

    /// <summary>Its authors, each as "Family, Given" or the name of a group. Default: none.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Its version. Default: null, not said.</summary>
    public string? Version { get; init; }

    /// <summary>Its year of release. Default: null, not said.</summary>
    public int? Year { get; init; }

    /// <summary>Its DOI, without <c>https://doi.org/</c>. Default: null, none.</summary>
    public string? Doi { get; init; }

    /// <summary>Its address: the file's <c>url</c>, else <c>repository-code</c>. Default: null, none.</summary>
    public string? Address { get; init; }

    /// <summary>Reads a CITATION.cff.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What it says; null if there is no such file, or it has no title.</returns>
    public static SoftwareCitation? Read(string path) => File.Exists(path) ? CitationFile.Parse(File.ReadAllLines(path)) : null;
}
