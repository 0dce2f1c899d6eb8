// One dense panel of the sparse Cholesky factor, and where its rows go.
namespace SmileNotebooks;

/// <summary>Columns that are eliminated as one dense panel: its own triangle, and below it the rows that it touches.</summary>
internal sealed class EliminationNode
{
    /// <summary>First column of the whole matrix that belongs here.</summary>
    public required int Column { get; init; }

    public required int Width { get; init; }

    /// <summary>Rows of the whole matrix below the own triangle, ascending; the fixed effects and the response come last.</summary>
    public required int[] Rows { get; init; }

    /// <summary>First element of the panel [width + rows, width] in the storage of all panels.</summary>
    public required int Panel { get; init; }

    /// <summary>Runs of <see cref="Rows"/> that are columns of one later node each.</summary>
    public EliminationTarget[] Targets { get; set; } = [];

    public int Stride => Width + Rows.Length;
}

/// <summary>The rows [<paramref name="From"/>, <paramref name="To"/>) of a panel, as columns of a later one.</summary>
/// <param name="Node">The later node.</param>
/// <param name="From">First row of the run.</param>
/// <param name="To">One past the last row of the run.</param>
/// <param name="Places">For each row from <paramref name="From"/> to the end, its place in a column of the later panel.</param>
internal sealed record EliminationTarget(EliminationNode Node, int From, int To, int[] Places);
