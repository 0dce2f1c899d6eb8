namespace SmileNotebooks;

/// <summary>A column-major block as a factor of a product: as it lies, or transposed.</summary>
internal readonly unsafe record struct DenseFactor(nint Start, int Stride, bool Transposed)
{
    public DenseFactor(double* start, int stride, bool transposed = false) : this((nint)start, stride, transposed) { }

    public double* At(int row, int column) =>
        (double*)Start + (Transposed ? column + ((long)row * Stride) : row + ((long)column * Stride));
}
