namespace SmileNotebooks;

/// <summary>A random term as it is in the model: its columns are some of those of its grouping factor's block.</summary>
/// <param name="Group">Name of the grouping factor.</param>
/// <param name="Block">Index of its block.</param>
/// <param name="First">First of the term's columns in the block.</param>
/// <param name="Matrix">The columns.</param>
internal sealed record RandomPart(string Group, int Block, int First, ModelMatrix Matrix)
{
    public int Width => Matrix.ColumnCount;
}
