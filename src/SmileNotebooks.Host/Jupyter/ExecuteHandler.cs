// Runs cells for front ends: execute_request.
using System.Globalization;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal sealed class ExecuteHandler(NotebookEngine engine, History history, StdinChannel stdin, KernelChannels channels, FigureMessages figures)
{
    private static readonly ErrorOutput s_interrupted = new(CellErrors.Interrupted, "The cell was interrupted.", ["The cell was interrupted."]);

    private readonly string _displayPrefix = channels.Session[..8] + "-";
    private volatile Execution? _running;
    private int _count;
    private int _warmedUp;
    private long _abortedUpTo;

    /// <summary>How many requests have come to the shell channel; tells which wait behind the one that fails.</summary>
    public Func<long> Arrived { get; init; } = () => 0;

    /// <summary>
    /// Makes the first cell as fast as the later ones: a front end that has greeted gives its user time to type, in which the
    /// compiler is loaded. A cell that comes sooner waits no longer than it would have taken anyway.
    /// </summary>
    public void WarmUp()
    {
        if (Interlocked.Exchange(ref _warmedUp, 1) == 0)
        {
            _ = engine.EvaluateAsync("0", CancellationToken.None);
        }
    }

    /// <summary>Stops the running cell, if there is one.</summary>
    public void Interrupt() => _running?.Interrupt();

    public async Task HandleAsync(KernelRequest request, CancellationToken stop)
    {
        ExecuteRequest asked = ExecuteRequest.Read(request.Content);
        if (request.Arrival <= _abortedUpTo)
        {
            await request.ReplyAsync(new JsonObject { ["status"] = "aborted" }).ConfigureAwait(false);
            return;
        }

        _count += asked.StoresHistory ? 1 : 0;
        if (!asked.Silent)
        {
            request.Publish("execute_input", new JsonObject { ["code"] = asked.Code, ["execution_count"] = _count });
        }

        string? output = await RunAsync(request, asked, stop).ConfigureAwait(false);
        if (asked.StoresHistory)
        {
            history.Add(_count, asked.Code, output);
        }
    }

    // Returns the result as plain text, if there is one.
    private async Task<string?> RunAsync(KernelRequest request, ExecuteRequest asked, CancellationToken stop)
    {
        DateTimeOffset started = DateTimeOffset.UtcNow;
        using Execution execution = new(request, stdin, asked.AllowsStdin, stop);
        _running = execution;
        long lost = channels.LostOutputs;
        using OutputMessages outputs = new(request, _count, figures, _displayPrefix);
        JsonObject content;
        try
        {
            content = HelpRequest.NameIn(asked.Code) is { } name
                ? await HelpRequest.AnswerAsync(engine, name, execution.Interrupted).ConfigureAwait(false)
                : await RunCellAsync(asked, outputs, execution.Interrupted).ConfigureAwait(false);
        }
        finally
        {
            _running = null;
        }

        TellLost(request, channels.LostOutputs - lost);
        outputs.Dispose();
        content["execution_count"] = _count;
        content.TryAdd("payload", new JsonArray());
        await request.ReplyAsync(content, new JsonObject { ["started"] = started.ToString("O", CultureInfo.InvariantCulture) }).ConfigureAwait(false);
        return outputs.PlainResult;
    }

    // Returns the reply's content.
    private async Task<JsonObject> RunCellAsync(ExecuteRequest asked, OutputMessages outputs, CancellationToken interrupted)
    {
        if (await ErrorOfAsync(asked, outputs, interrupted).ConfigureAwait(false) is { } error)
        {
            _abortedUpTo = asked.StopsOnError ? Arrived() : _abortedUpTo;
            return ErrorMessage.Reply(error);
        }

        return new JsonObject
        {
            ["status"] = "ok",
            ["user_expressions"] = await EvaluateAsync(asked.UserExpressions, interrupted).ConfigureAwait(false),
        };
    }

    private async Task<ErrorOutput?> ErrorOfAsync(ExecuteRequest asked, OutputMessages outputs, CancellationToken interrupted)
    {
        Action<CellOutput> put = asked.Silent ? _ => { } : outputs.Put;
        try
        {
            engine.NumberNext(asked.StoresHistory ? _count : _count + 1);
            CellResult result = await engine.RunAsync(asked.Code, put, interrupted).ConfigureAwait(false);
            return result.Error;
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            // Before the cell began.
            put(s_interrupted);
            return s_interrupted;
        }
    }

    private async Task<JsonObject> EvaluateAsync(IEnumerable<(string Name, string Expression)> expressions, CancellationToken interrupted)
    {
        JsonObject values = [];
        foreach ((string name, string expression) in expressions)
        {
            ExpressionResult result = interrupted.IsCancellationRequested
                ? new ExpressionResult(null, s_interrupted)
                : await engine.EvaluateAsync(expression, interrupted).ConfigureAwait(false);
            values[name] = result.Data is { } data
                ? new JsonObject { ["status"] = "ok", ["data"] = BundleJson.Data(data), ["metadata"] = data.Metadata?.DeepClone() ?? new JsonObject() }
                : ErrorMessage.Reply(result.Error!);
        }

        return values;
    }

    private static void TellLost(KernelRequest request, long lost)
    {
        if (lost > 0)
        {
            request.Publish("stream", new JsonObject
            {
                ["name"] = "stderr",
                ["text"] = $"{lost} messages of this cell's output were cut: a front end did not read them as fast as the cell wrote.\n",
            });
        }
    }
}
