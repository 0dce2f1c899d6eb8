using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What a text file holds: columns of numbers and of text.</summary>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Numbers">The numbers of each column; empty for a column of text, and for one that was passed over. NaN where there is no value.</param>
/// <param name="Texts">The fields of each column of text that are not empty or n/a, with their rows; empty for the others.</param>
/// <param name="Remarks">What was noticed and mended.</param>
internal sealed record TextTable(
    int Rows, ImmutableArray<ReadOnlyMemory<double>> Numbers, ImmutableArray<ImmutableArray<(int Row, string Text)>> Texts, ImmutableArray<string> Remarks);
