// What contenders are asked and what they answer, one JSON object a line.
namespace Benchmarks.Shared;

/// <summary>What is asked of a contender, one JSON object a line.</summary>
/// <param name="Case">Which work.</param>
/// <param name="Scale">How many times the size of the table.</param>
/// <param name="Slow">Whether a call is so slow that none is made to warm up.</param>
/// <param name="Turn">How many seconds of calls make a turn; at least one call.</param>
internal sealed record Request(string Case, int Scale, bool Slow, double Turn);

/// <summary>What a contender answers.</summary>
/// <param name="Calls">How many calls were made in the turn.</param>
/// <param name="Wall">Milliseconds a call.</param>
/// <param name="Cpu">Milliseconds of all threads a call.</param>
/// <param name="Peak">The most memory that the process held during the turn, in MiB.</param>
/// <param name="Allocated">MiB of managed memory a call; 0 for peers, which do not say.</param>
/// <param name="Value">One number of the result.</param>
internal sealed record Turn(int Calls, double Wall, double Cpu, double Peak, double Allocated, double Value);
