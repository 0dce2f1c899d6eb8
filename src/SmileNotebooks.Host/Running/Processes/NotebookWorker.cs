// The process that runs a notebook's cells: what they do to it (exit, crash, move, use up) happens to no other notebook.
using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace SmileNotebooks.Host;

/// <summary>
/// The other end of <see cref="RunOptions.Program"/>. A program whose notebooks run in processes of their own begins with
/// <c>if (NotebookWorker.IsAsked(args)) return await NotebookWorker.RunAsync(args);</c>.
/// </summary>
public static class NotebookWorker
{
    internal const string Word = "notebook-worker";

    /// <summary>How long what cells hold in <c>using var</c> may take to be disposed of.</summary>
    private static readonly TimeSpan TimeToDispose = TimeSpan.FromSeconds(2);

    /// <summary>True when the program was started to run a notebook's cells.</summary>
    /// <param name="args">The program's arguments.</param>
    public static bool IsAsked(string[] args) => args is [Word, _, _];

    /// <summary>Runs cells until the starting process has no more.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        CompilerWarmUp.Begin();

        // Ctrl+C goes to all processes of a terminal; the one that started this says when to stop.
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using BinaryReader requests = new(new BufferedStream(new AnonymousPipeClientStream(PipeDirection.In, args[1])));
        BinaryWriter replies = new(new BufferedStream(new AnonymousPipeClientStream(PipeDirection.Out, args[2])));
        NotebookEngine? engine = null;
        using CancellationTokenSource stop = new();
        try
        {
            while (true)
            {
                switch ((EngineRequest)requests.ReadByte())
                {
                    case EngineRequest.Start:
                        engine = new NotebookEngine(EngineWire.ReadStart(requests));
                        break;
                    case EngineRequest.Run:
                        _ = RunCellAsync(engine!, requests.ReadString(), replies, stop.Token);
                        break;
                    case EngineRequest.Stop:
                        await stop.CancelAsync();
                        break;
                }
            }
        }
        catch (EndOfStreamException)
        {
            await stop.CancelAsync();
            if (engine is not null)
            {
                await Task.WhenAny(engine.DisposeAsync().AsTask(), Task.Delay(TimeToDispose));
            }
        }

        // Threads that cells left behind do not hold the process up.
        Environment.Exit(0);
        return 0;
    }

    private static async Task RunCellAsync(NotebookEngine engine, string code, BinaryWriter replies, CancellationToken stop)
    {
        try
        {
            CellResult result = await engine.RunAsync(code, output => Send(replies, () => EngineWire.Write(replies, output)), stop);
            Send(replies, () => EngineWire.WriteEnd(replies, result));
        }
        catch (OperationCanceledException)
        {
            CellResult notBegun = new(CellStatus.Interrupted, 0, TimeSpan.Zero, null, null);
            Send(replies, () => EngineWire.WriteEnd(replies, notBegun));
        }
        catch (IOException)
        {
            Environment.Exit(0); // nobody listens any more
        }
    }

    private static void Send(BinaryWriter replies, Action write)
    {
        lock (replies)
        {
            write();
            replies.Flush();
        }
    }
}
