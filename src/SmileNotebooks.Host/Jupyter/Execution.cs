// The execute request that is running: how it is interrupted, and whom its cell asks for input.
namespace SmileNotebooks.Host;

internal sealed class Execution : IDisposable
{
    private static readonly AsyncLocal<Execution?> s_current = new();

    private readonly KernelRequest _request;
    private readonly StdinChannel _stdin;
    private readonly bool _allowsStdin;
    private readonly CancellationTokenSource _interrupt;
    private readonly Lock _lock = new();
    private bool _ended;

    /// <summary>Makes it the one that the code called from here on belongs to.</summary>
    public Execution(KernelRequest request, StdinChannel stdin, bool allowsStdin, CancellationToken stop)
    {
        _request = request;
        _stdin = stdin;
        _allowsStdin = allowsStdin;
        _interrupt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Interrupted = _interrupt.Token;
        s_current.Value = this;
    }

    public CancellationToken Interrupted { get; }

    /// <summary>Answers a cell's <c>Console.ReadLine</c>: asks the front end that runs the cell.</summary>
    /// <exception cref="InvalidOperationException">The front end does not take questions, or the cell has ended.</exception>
    public static string? ReadLine()
    {
        if (s_current.Value is not { _ended: false } execution)
        {
            throw new InvalidOperationException("The cell that reads from the console has ended: nobody is asked any more.");
        }

        return execution._allowsStdin
            ? execution._stdin.Ask(execution._request, execution.Interrupted)
            : throw new InvalidOperationException(
                "The cell reads from the console, but the front end that runs it takes no input (allow_stdin is false). Give the value as a variable.");
    }

    public void Interrupt()
    {
        lock (_lock)
        {
            if (!_ended)
            {
                _interrupt.Cancel();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
        }

        _interrupt.Dispose();
    }
}
