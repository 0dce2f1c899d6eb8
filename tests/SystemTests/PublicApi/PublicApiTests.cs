// A change of what others may call is made on purpose: the public API of what the packages hold is committed beside this test.
namespace SystemTests.PublicApi;

public class PublicApiTests
{
    private const string Accept = "ACCEPT_PUBLIC_API";
    private const int MostLinesShown = 60;

    [Theory]
    [InlineData("SmileNotebooks")]
    [InlineData("SmileNotebooks.Host")]
    [InlineData("TfLiteToOnnx")]
    public void The_public_API_is_the_committed_one(string assembly)
    {
        string[] known = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        string found = PublicApiText.Of(known.Single(path => Path.GetFileNameWithoutExtension(path) == assembly), known);
        string baseline = Repository.PathOf("tests", "SystemTests", "PublicApi", $"{assembly}.txt");
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(baseline, found);
        }

        string committed = File.Exists(baseline) ? File.ReadAllText(baseline).ReplaceLineEndings("\n") : "";
        Assert.True(committed == found, $"""
            The public API of {assembly} differs from {Path.GetRelativePath(Repository.Root, baseline)}:
            {string.Join('\n', Differences(committed, found))}
            If this is meant, accept it and commit the file:  {Accept}=1 ./smile test --filter PublicApi
            """);
    }

    [Fact]
    public void A_member_is_told_with_its_nullability_defaults_and_accessors()
    {
        string[] known = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        string text = PublicApiText.Of(typeof(PublicApiTests).Assembly.Location, known);

        Assert.Contains(
            """
            public abstract record class SystemTests.PublicApi.PublicApiSample
                [Obsolete("Use Name.")] public string? Called(int times = 3, params string[] names)
                protected PublicApiSample(string Name)
                protected virtual int Depth { get; }
                public const double Half = 0.5
                public required string Title { get; init; }
                public string Name { get; init; }

            """, text, StringComparison.Ordinal);
    }

    /// <summary>Lines that only one of the two has, each under its type.</summary>
    private static List<string> Differences(string committed, string found)
    {
        List<(string Type, string Line)> before = [.. Members(committed)];
        List<(string Type, string Line)> after = [.. Members(found)];
        string[] gone = [.. before.Except(after).Select(member => $"- {member.Type}{member.Line}")];
        string[] added = [.. after.Except(before).Select(member => $"+ {member.Type}{member.Line}")];
        List<string> all = [.. gone, .. added];
        return all.Count <= MostLinesShown ? all : [.. all.Take(MostLinesShown), $"... and {all.Count - MostLinesShown} more lines"];
    }

    private static IEnumerable<(string Type, string Line)> Members(string text)
    {
        string type = "";
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] != ' ')
            {
                type = line;
                yield return (line, "");
            }
            else
            {
                yield return (type, $": {line.Trim()}");
            }
        }
    }
}

/// <summary>What <see cref="PublicApiTests"/> reads back.</summary>
/// <param name="Name">A name.</param>
public abstract record PublicApiSample(string Name)
{
    /// <summary>A constant.</summary>
    public const double Half = 0.5;

    /// <summary>A property that must be set.</summary>
    public required string Title { get; init; }

    /// <summary>Neither seen from outside.</summary>
    internal int Hidden { get; set; }

    /// <summary>A property of heirs.</summary>
    protected virtual int Depth { get; private set; }

    /// <summary>A method with a default.</summary>
    [Obsolete("Use Name.")]
    public string? Called(int times = 3, params string[] names) => times > 0 ? string.Join(' ', names) : null;
}
