// Who takes part: a process that answers requests line by line.
using System.Diagnostics;
using System.Text.Json;

namespace Benchmarks.Shared;

/// <summary>A process of ours or of a peer.</summary>
internal sealed class Contender : IDisposable
{
    private readonly Process _process;

    private Contender(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = Process.Start(start)!;

        // Warnings of peers are read and forgotten, so that none waits for a reader.
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
    }

    /// <summary>This library: the program that runs, called again as a worker.</summary>
    /// <param name="folder">The data.</param>
    /// <param name="oneThread">Whether it is told that there is one processor.</param>
    public static Contender Ours(string folder, bool oneThread)
    {
        ProcessStartInfo start = new("dotnet", ["exec", typeof(Contender).Assembly.Location, "worker", folder]);
        if (oneThread)
        {
            start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";

            // With one processor .NET waits ten times as long before it compiles a method again; a notebook on one thread has more processors than that.
            start.Environment["DOTNET_TC_DelaySingleProcMultiplier"] = "1";
        }

        return new Contender(start);
    }

    /// <summary>Debian's Python, to which Debian's packages belong, with one thread.</summary>
    /// <param name="topic">The folder in bench whose peers.py it runs.</param>
    /// <param name="folder">The data.</param>
    /// <param name="more">Further arguments.</param>
    public static Contender Python(string topic, string folder, params string[] more)
    {
        ProcessStartInfo start = OneThread(new("/usr/bin/python3", [Checkout.PathOf("bench", topic, "peers.py"), folder, .. more]));
        start.Environment["PYTHONPATH"] = Checkout.PathOf("bench", "Shared", "Contenders");
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        return new Contender(start);
    }

    /// <summary>R with one thread.</summary>
    /// <param name="topic">The folder in bench whose peers.R it runs.</param>
    /// <param name="folder">The data.</param>
    /// <param name="more">Further arguments.</param>
    public static Contender R(string topic, string folder, params string[] more) => new(OneThread(new("Rscript", ["--vanilla", Checkout.PathOf("bench", topic, "peers.R"), folder, .. more])));

    /// <summary>One turn.</summary>
    public Turn Take(Request request)
    {
        string answer = Ask(JsonSerializer.Serialize(request, Worker.Json));
        return JsonSerializer.Deserialize<Turn>(answer, Worker.Json)!;
    }

    /// <summary>What a peer is made of.</summary>
    public string[] Versions() => JsonSerializer.Deserialize<string[]>(Ask("versions"))!;

    /// <summary>Waits for a process that ends by itself.</summary>
    public void WaitForEnd()
    {
        _process.WaitForExit();
        if (_process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{_process.StartInfo.FileName} ended with {_process.ExitCode}.");
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static ProcessStartInfo OneThread(ProcessStartInfo start)
    {
        start.Environment["OMP_NUM_THREADS"] = "1";
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        return start;
    }

    private string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{_process.StartInfo.FileName} ended at: {line}");
    }
}
