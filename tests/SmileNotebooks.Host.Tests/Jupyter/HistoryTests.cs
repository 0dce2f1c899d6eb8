using System.Text;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host.Tests.Jupyter;

public sealed class HistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smile-history").FullName;

    private string FilePath => Path.Combine(_folder, "sub", "history.jsonl");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_one_session_ran_is_found_by_the_next()
    {
        await using (TestKernel first = TestKernel.Start(FilePath))
        {
            using TestClient client = await first.ConnectAsync();
            await client.ExecuteAsync("1 + 1");
            await client.ExecuteAsync("int quiet = 1;", storeHistory: false);
            await client.ExecuteAsync("throw new Exception();");
        }

        await using TestKernel second = TestKernel.Start(FilePath);
        using TestClient next = await second.ConnectAsync();
        await next.ExecuteAsync("3");

        Assert.Equal("""[[1,1,"1 \u002B 1"],[1,2,"throw new Exception();"],[2,1,"3"]]""", await AskAsync(next, """{"hist_access_type":"tail","n":10}"""));
        Assert.Equal("""[[1,2,["throw new Exception();",null]],[2,1,["3","3"]]]""", await AskAsync(next, """{"hist_access_type":"tail","n":2,"output":true}"""));
        Assert.Equal("""[[2,1,"3"]]""", await AskAsync(next, """{"hist_access_type":"range","session":0,"start":1,"stop":5}"""));
        Assert.Equal("""[[1,2,"throw new Exception();"]]""", await AskAsync(next, """{"hist_access_type":"range","session":-1,"start":2}"""));
        Assert.Equal("""[[1,1,"1 \u002B 1"]]""", await AskAsync(next, """{"hist_access_type":"range","session":1,"start":0,"stop":2}"""));
        Assert.Equal("""[[1,2,"throw new Exception();"]]""", await AskAsync(next, """{"hist_access_type":"search","pattern":"throw*"}"""));
        Assert.Equal("[]", await AskAsync(next, """{"hist_access_type":"range","session":7,"start":0}"""));
    }

    [Fact]
    public async Task Before_anything_ran_the_history_is_empty()
    {
        await using TestKernel kernel = TestKernel.Start(FilePath);
        using TestClient client = await kernel.ConnectAsync();

        Assert.Equal("[]", await AskAsync(client, """{"hist_access_type":"tail","n":10}"""));
        Assert.Equal("[]", await AskAsync(client, """{"hist_access_type":"range","session":0,"start":0}"""));
    }

    [Theory]
    [InlineData("*", "x = 1|plot(a)|x = 1|[b]")]
    [InlineData("x*", "x = 1|x = 1")]
    [InlineData("?lot(?)", "plot(a)")]
    [InlineData("plot([ab])", "plot(a)")]
    [InlineData("plot([!b])", "plot(a)")]
    [InlineData("[[]b]", "[b]")]
    [InlineData("X*", "")]
    [InlineData("x", "")]
    public void Patterns_match_the_whole_input(string pattern, string expected)
    {
        History history = new(null, _ => { });
        foreach (string input in new[] { "x = 1", "plot(a)", "x = 1", "[b]" })
        {
            history.Add(1, input, null);
        }

        Assert.Equal(expected, string.Join('|', history.Search(pattern, null, unique: false).Select(found => found.Entry.Input)));
    }

    [Fact]
    public void Of_equal_inputs_the_last_is_found_and_of_all_the_latest()
    {
        History history = new(null, _ => { });
        for (int line = 1; line <= 6; line++)
        {
            history.Add(line, line % 2 == 0 ? "even" : $"odd {line}", null);
        }

        Assert.Equal([1, 3, 5, 6], history.Search("*", null, unique: true).Select(found => found.Entry.Line));
        Assert.Equal([5, 6], history.Search("*", 2, unique: true).Select(found => found.Entry.Line));
        Assert.Equal([4, 6], history.Search("even", 2, unique: false).Select(found => found.Entry.Line));
        Assert.Throws<MalformedContentException>(() => history.Search("[z-a]", null, unique: false));
    }

    [Fact]
    public void A_very_long_cell_is_not_kept_and_of_very_many_the_latest_are()
    {
        History history = new(null, _ => { });
        for (int line = 1; line <= 10_001; line++)
        {
            history.Add(line, "1", null);
        }

        history.Add(10_002, new string('x', HistoryFile.LongestEntry + 1), null);

        Assert.Equal(2, history.Range(0, 0, null)[0].Entry.Line);
        Assert.Equal(10_001, history.Tail(1).Single().Entry.Line);
    }

    [Fact]
    public async Task Several_kernels_write_at_the_same_time_and_no_line_is_lost_or_torn()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(kernel => Task.Run(
            async () =>
            {
                HistoryFile file = new(FilePath);
                for (int line = 0; line < 25; line++)
                {
                    await file.AppendAsync(new HistoryEntry($"s{kernel}", line, new string((char)('a' + kernel), 200), null), Cancellation);
                }
            },
            Cancellation)));

        IReadOnlyList<HistoryEntry> all = new HistoryFile(FilePath).Read();
        Assert.Equal(200, all.Count);
        Assert.All(all.GroupBy(entry => entry.Session), session => Assert.Equal(Enumerable.Range(0, 25), session.Select(entry => entry.Line)));
    }

    [Fact]
    public async Task Lines_that_are_no_entries_are_passed_over_and_a_torn_one_takes_no_other_with_it()
    {
        HistoryFile file = new(FilePath);
        await file.AppendAsync(new HistoryEntry("a", 1, "first", null), Cancellation);
        await File.AppendAllTextAsync(FilePath, "no json\n{\"session\":\"a\"}\n[1]\nnull\n\u0000\n{\"session\":\"a\",\"line\":2,\"inp", Cancellation);
        await file.AppendAsync(new HistoryEntry("b", 1, "last", "out"), Cancellation);

        Assert.Equal(["first", "last"], file.Read().Select(entry => entry.Input));
    }

    [Fact]
    public async Task The_file_is_its_owners_alone_and_bounded_and_keeps_the_newest()
    {
        HistoryFile file = new(FilePath);
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        StringBuilder old = new();
        for (int line = 0; old.Length <= HistoryFile.MostBytes; line++)
        {
            old.Append(System.Globalization.CultureInfo.InvariantCulture, $"{{\"session\":\"old\",\"line\":{line},\"input\":\"{new string('x', 1000)}\"}}\n");
        }

        await File.WriteAllTextAsync(FilePath, old.ToString(), Cancellation);
        await file.AppendAsync(new HistoryEntry("new", 1, "newest", null), Cancellation);
        await file.AppendAsync(new HistoryEntry("new", 2, new string('y', 100_000), null), Cancellation);

        Assert.InRange(new FileInfo(FilePath).Length, HistoryFile.MostBytes / 4, HistoryFile.MostBytes / 2);
        Assert.Equal("newest", file.Read()[^1].Input);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public async Task Where_no_file_can_be_written_the_session_keeps_its_own()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "sub"), "a file where a folder should be", Cancellation);
        List<string> log = [];
        History history = new(new HistoryFile(FilePath), log.Add);

        history.Add(1, "a", null);
        history.Add(2, "b", null);

        await history.FlushAsync();
        Assert.Equal(["a", "b"], history.Tail(10).Select(found => found.Entry.Input));
        Assert.StartsWith("The history is kept in memory only: ", Assert.Single(log), StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(TestClient client, string content) =>
        (await client.RequestAsync("history_request", JsonNode.Parse(content)!.AsObject())).Reply["history"]!.ToJsonString();
}
