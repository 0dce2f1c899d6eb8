namespace SmileNotebooks.Cli.Training;

/// <summary>How far a training is, on the error stream: one line that is written over on a terminal, a line for each finished stage elsewhere.</summary>
internal sealed class TrainProgress : IProgress<TrainingProgress>
{
    private readonly Lock _lock = new();
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private string _stage = "";
    private int _done;

    public void Report(TrainingProgress value)
    {
        lock (_lock)
        {
            // Steps are told from several threads, and may come in another order.
            if (value.Stage == _stage && value.Done <= _done)
            {
                return;
            }

            (_stage, _done) = (value.Stage, value.Done);
            if (_isTerminal)
            {
                Console.Error.Write($"\r\x1b[K{value.Stage} {value.Done} of {value.Of}{(value.Done == value.Of ? "\n" : "")}");
            }
            else if (value.Done == value.Of)
            {
                Console.Error.WriteLine($"smile: {value.Stage}: {value.Of} of {value.Of} done.");
            }
        }
    }
}
