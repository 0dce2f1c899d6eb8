using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests;

public sealed class NotebookFileTests
{
    private const string Whole = """
        {
         "cells": [
          {
           "attachments": {
            "a.png": {
             "image/png": "AAAA"
            }
           },
           "cell_type": "markdown",
           "id": "m-1",
           "metadata": {
            "ours": [
             1,
             {
              "deep": null
             }
            ]
           },
           "source": [
            "# Ä 😀\n",
            "text"
           ]
          },
          {
           "cell_type": "code",
           "execution_count": 3,
           "id": "c_2",
           "metadata": {
            "execution": {
             "iopub.execute_input": "2026-01-02T03:04:05.000000Z",
             "shell.execute_reply": "2026-01-02T03:04:06.500000Z"
            },
            "tags": [
             "parameters"
            ]
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [
              "a\n",
              "b\n"
             ]
            },
            {
             "data": {
              "application/vnd.plotly.v1+json": {
               "data": []
              },
              "image/png": "iVBOR",
              "text/plain": [
               "x"
              ]
             },
             "metadata": {
              "image/png": {
               "width": 5
              }
             },
             "output_type": "display_data"
            },
            {
             "ename": "E",
             "evalue": "v",
             "output_type": "error",
             "traceback": [
              "line"
             ]
            }
           ],
           "source": []
          }
         ],
         "metadata": {
          "unknown": {
           "kept": true
          }
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """;

    [Fact]
    public void A_notebook_read_and_written_is_the_same_text() =>
        Assert.Equal(Whole, NotebookFile.ToJson(NotebookFile.Parse(Whole, "n.ipynb")));

    [Fact]
    public void What_a_file_says_is_in_the_document()
    {
        NotebookDocument document = NotebookFile.Parse(Whole, "n.ipynb");
        Assert.Equal("# Ä 😀\ntext", document.Cells[0].Source);
        Assert.Equal(TimeSpan.FromSeconds(1.5), document.Cells[1].Duration);
        Assert.Equal(["parameters"], document.Cells[1].Tags);
        Assert.Equal(new StreamOutput("stdout", "a\nb\n"), document.Cells[1].Outputs[0]);
        Assert.Equal("{\"data\":[]}", ((DisplayOutput)document.Cells[1].Outputs[1]).Data["application/vnd.plotly.v1+json"]);
    }

    [Fact]
    public void Strip_takes_outputs_counts_and_times_and_leaves_the_rest()
    {
        NotebookDocument document = NotebookFile.Parse(Whole, "n.ipynb").Strip();
        NotebookCell code = document.Cells[1];
        Assert.True(code.Outputs.IsEmpty && code.ExecutionCount is null && code.Duration is null && !code.Metadata.ContainsKey("execution"));
        Assert.Equal(["parameters"], code.Tags);
        Assert.NotNull(document.Cells[0].Attachments);
        Assert.True(document.Metadata.ContainsKey("unknown"));
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("{\n\"cells\": [", "line 2, byte")]
    [InlineData("[]", "$: found an array, expected a notebook (an object)")]
    [InlineData("""{"nbformat":3,"cells":[]}""", "$.nbformat: found 3, expected 4")]
    [InlineData("""{"nbformat":"4","cells":[]}""", "$.nbformat: found a string, expected a whole number")]
    [InlineData("""{"nbformat":4}""", "$.cells: found nothing, expected an array of cells")]
    [InlineData("""{"nbformat":4,"cells":[5]}""", "$.cells[0]: found a number")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"heading","source":""}]}""", "$.cells[0].cell_type: found \"heading\"")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","source":[1]}]}""", "$.cells[0].source[0]: found a number, expected a string")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","source":"","metadata":[]}]}""", "$.cells[0].metadata: found an array")]
    [InlineData("""{"nbformat":4,"cells":[{"cell_type":"code","source":"","outputs":[{"output_type":"odd"}]}]}""", "$.cells[0].outputs[0].output_type: found \"odd\"")]
    [InlineData("""{"nbformat":4,"cells":[],"cells":[]}""", "not sound JSON")]
    public void A_malformed_file_is_an_error_that_names_file_place_and_expectation(string json, string expected)
    {
        NotebookFormatException e = Assert.Throws<NotebookFormatException>(() => NotebookFile.Parse(json, "bad.ipynb"));
        Assert.StartsWith("bad.ipynb: ", e.Message, StringComparison.Ordinal);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_looks_like_an_escape_stays_that_text()
    {
        NotebookDocument document = new() { Cells = [new NotebookCell { Id = "a", Kind = CellKind.Code, Source = "\"\\uD83D\\uDE00\" 😀" }] };
        Assert.Equal(document.Cells[0].Source, NotebookFile.Parse(NotebookFile.ToJson(document), "n").Cells[0].Source);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        FileNotFoundException e = Assert.Throws<FileNotFoundException>(() => NotebookFile.Read("no-such.ipynb"));
        Assert.Contains("no-such.ipynb", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_invalid_and_repeated_ids_are_replaced()
    {
        NotebookDocument document = NotebookFile.Parse(
            """{"nbformat":4,"cells":[{"cell_type":"code","source":""},{"cell_type":"code","id":"a b","source":""},{"cell_type":"raw","id":"x","source":""},{"cell_type":"raw","id":"x","source":""}]}""", "old.ipynb");
        Assert.Equal(["cell-1", "cell-2", "x", "cell-4"], document.Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void A_file_is_replaced_whole_and_nothing_else_is_left()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("n.ipynb");
        File.WriteAllText(path, "old");
        NotebookDocument document = new() { Cells = [new NotebookCell { Id = "a", Kind = CellKind.Code, Source = "1\n2" }], Metadata = new JsonObject() };
        NotebookFile.Write(document, path);
        Assert.Equal("1\n2", NotebookFile.Read(path).Cells[0].Source);
        Assert.Equal([path], Directory.GetFiles(folder.Path));
        Assert.EndsWith("}\n", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Content_of_a_JSON_type_that_is_no_JSON_is_kept_as_text()
    {
        MimeBundle bundle = new(ImmutableSortedDictionary<string, string>.Empty.Add("application/json", "{oops"));
        NotebookDocument document = new() { Cells = [new NotebookCell { Id = "a", Kind = CellKind.Code, Source = "", Outputs = [new DisplayOutput(bundle)] }] };
        Assert.Contains("\"application/json\": \"{oops\"", NotebookFile.ToJson(document), StringComparison.Ordinal);
    }
}
