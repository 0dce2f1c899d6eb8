// Every notebook runs in .NET Interactive as it stands, and shows there what it shows in our own host.
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Bridges.Tests.Interactive;

[Collection(InteractiveTests.Name)]
public sealed class NotebookTests(BothHosts hosts)
{
    /// <summary>Cells that end in records which no formatter knows: each host shows its own table of them. All else is shown alike.</summary>
    private static readonly ImmutableSortedSet<string> TablesOfRecords =
    [
        "01-measure-a-smile/code-13",
        "01-measure-a-smile/code-22",
        "01-measure-a-smile/code-26",
        "01-measure-a-smile/code-30",
        "02-visible-mimicry/code-29",
        "06-atypical-mimicry/code-18",
        "13-mlnet/code-13",
    ];

    /// <summary>Values that have a figure only where it can be drawn: to .NET Interactive, which would send an empty one, they do not promise its JSON.</summary>
    private static readonly ImmutableSortedSet<string> FiguresInHtmlAlone = ["08-contagion/code-8"];

    public static TheoryData<string> Notebooks => [.. BothHosts.Notebooks];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Every_cell_shows_the_same_in_both_hosts(string notebook)
    {
        (ExecutedNotebook inOurs, ExecutedNotebook inTheirs) = await hosts.RunAsync(notebook);

        Assert.Equal(inOurs.Cells.Select(cell => cell.Id), inTheirs.Cells.Select(cell => cell.Id));
        foreach ((CodeCell ours, CodeCell theirs) in inOurs.Cells.Zip(inTheirs.Cells))
        {
            string name = $"{notebook}/{ours.Id}";
            RequireNoError(name, ours, "our host");
            RequireNoError(name, theirs, ".NET Interactive");
            Assert.True(ours.Outputs.Length == theirs.Outputs.Length, $"{name}: {ours.Outputs.Length} outputs in our host, {theirs.Outputs.Length} in .NET Interactive.");
            foreach ((CellOutput here, CellOutput there) in ours.Outputs.Zip(theirs.Outputs))
            {
                RequireSame(name, here, there);
            }
        }
    }

    [Fact]
    public void Every_cell_that_is_excused_is_in_a_notebook() => Assert.All(TablesOfRecords.Union(FiguresInHtmlAlone), name =>
    {
        string[] parts = name.Split('/');
        Assert.Contains(NotebookJson.Read(Repository.PathOf("notebooks", $"{parts[0]}.ipynb")).Cells, cell => cell.Id == parts[1]);
    });

    private static void RequireNoError(string name, CodeCell cell, string host)
    {
        if (cell.Outputs.OfType<ErrorOutput>().FirstOrDefault() is { } error)
        {
            Assert.Fail($"{name} failed in {host}: {error.Message}");
        }
    }

    private static void RequireSame(string name, CellOutput ours, CellOutput theirs)
    {
        if (ours is not ValueOutput here || theirs is not ValueOutput there)
        {
            Assert.Equal(ours, theirs);
        }
        else if (TablesOfRecords.Contains(name))
        {
            RequireSameRecords(here, there);
        }
        else
        {
            Assert.True(here.Plain == there.Plain, $"{name}: as plain text\n{here.Plain}\nin our host, and in .NET Interactive\n{there.Plain}");
            RequireSameData(name, here.Data, there.Data);
        }
    }

    // The JSON of a figure stands in its HTML too, so that is the same as well.
    private static void RequireSameData(string name, ImmutableSortedDictionary<string, string> ours, ImmutableSortedDictionary<string, string> theirs)
    {
        Assert.All(theirs, form => Assert.True(form.Value.Length > 0, $"{name}: .NET Interactive sends an empty {form.Key}."));
        Assert.True(ours.GetValueOrDefault(ValueOutput.HtmlType) == theirs.GetValueOrDefault(ValueOutput.HtmlType), $"{name}: the HTML differs.");
        string[] missing = [.. ours.Keys.Except(theirs.Keys).Where(type => type != ValueOutput.PlainType)];
        Assert.Equal(FiguresInHtmlAlone.Contains(name) ? [ValueOutput.PlotlyType] : [], missing);
        Assert.Empty(theirs.Keys.Except(ours.Keys));
        if (theirs.TryGetValue(ValueOutput.PlotlyType, out string? figure))
        {
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(ours[ValueOutput.PlotlyType]), JsonNode.Parse(figure)), $"{name}: the figure differs.");
        }
    }

    // Fails as well once the hosts agree: then the cell needs no excuse.
    private static void RequireSameRecords(ValueOutput ours, ValueOutput theirs)
    {
        Assert.NotEqual(ours.Plain, theirs.Plain);
        Assert.Equal([ValueOutput.HtmlType], theirs.Data.Keys);
        Assert.NotEmpty(RecordTable.OfOurs(ours.Data[ValueOutput.HtmlType]));
        Assert.Equal(RecordTable.OfOurs(ours.Data[ValueOutput.HtmlType]), RecordTable.OfTheirs(theirs.Data[ValueOutput.HtmlType]));
    }
}
