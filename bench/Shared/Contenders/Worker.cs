// This library's side of the comparison, in a process of its own as the peers are, so that threads and memory are its own.
using System.Diagnostics;
using System.Text.Json;

namespace Benchmarks.Shared;

/// <summary>Reads requests and answers them.</summary>
internal static class Worker
{
    public static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    // Code is compiled again while it runs, twice, with what was seen; a notebook's later calls are measured, not its first. Seconds of processor time, because on a
    // busy machine little is compiled in a second of the clock.
    private const double WarmUpSeconds = 1;

    /// <param name="prepare">Reads the data of a case at a scale and returns what is timed: a function that returns one number of its result.</param>
    public static void Run(Func<string, int, Func<double>> prepare)
    {
        Dictionary<(string, int), Func<double>> prepared = [];
        while (Console.ReadLine() is { } line)
        {
            Request request = JsonSerializer.Deserialize<Request>(line, Json)!;
            if (!prepared.TryGetValue((request.Case, request.Scale), out Func<double>? work))
            {
                // Data of larger sizes are not kept: they would count as memory of the next work.
                if (request.Scale > 1)
                {
                    prepared.Clear();
                    GC.Collect();
                }

                work = prepare(request.Case, request.Scale);
                prepared[(request.Case, request.Scale)] = work;
                WarmUp(work, request.Slow ? 0 : WarmUpSeconds);
            }

            Console.WriteLine(JsonSerializer.Serialize(Measure(work, request.Turn), Json));
        }
    }

    private static void WarmUp(Func<double> work, double seconds)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        while ((Environment.CpuUsage.TotalTime - start).TotalSeconds < seconds)
        {
            work();
        }
    }

    private static Turn Measure(Func<double> work, double seconds)
    {
        ResetPeak();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        (int calls, double value) = Repeat(work, seconds);
        double wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        double used = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds;
        double bytes = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        return new Turn(calls, wall / calls, used / calls, PeakMebibytes(), bytes / calls / (1 << 20), value);
    }

    private static (int Calls, double Value) Repeat(Func<double> work, double seconds)
    {
        long start = Stopwatch.GetTimestamp();
        int calls = 0;
        double value;
        do
        {
            value = work();
            calls++;
        }
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds);
        return (calls, value);
    }

    // Linux keeps the highest resident memory of a process and forgets it when asked to.
    private static void ResetPeak() => File.WriteAllText("/proc/self/clear_refs", "5");

    private static double PeakMebibytes()
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;
    }
}
