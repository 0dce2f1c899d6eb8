// A shape: positive dimensions with a bounded product.
namespace TfLiteToOnnx.Model;

/// <summary>Dimensions of a tensor, each at least 1; a scalar has none.</summary>
internal readonly struct TensorShape : IEquatable<TensorShape>
{
    private readonly int[] _dimensions;

    private TensorShape(int[] dimensions, int elementCount)
    {
        _dimensions = dimensions;
        ElementCount = elementCount;
    }

    /// <summary>Product of the dimensions, at most <see cref="Limits.Elements"/>.</summary>
    public int ElementCount { get; }

    public int Rank => _dimensions.Length;

    public ReadOnlySpan<int> Dimensions => _dimensions;

    public int this[int axis] => _dimensions[axis];

    /// <summary>Checks the dimensions and takes them over.</summary>
    /// <exception cref="TfLiteFormatException">Too many dimensions, one below 1, or a product above the limit.</exception>
    public static TensorShape Checked(int[] dimensions, string place)
    {
        if (dimensions.Length > Limits.Rank)
        {
            throw new TfLiteFormatException(place, $"{dimensions.Length} dimensions", $"at most {Limits.Rank}");
        }

        long count = 1;
        foreach (int dimension in dimensions)
        {
            if (dimension < 1)
            {
                throw new TfLiteFormatException(place, $"a dimension of {dimension}", "at least 1");
            }

            // Both factors are below 2^31, so the product cannot overflow before it is compared.
            count *= dimension;
            if (count > Limits.Elements)
            {
                throw new TfLiteFormatException(place, Describe(dimensions), $"at most {Limits.Elements} elements");
            }
        }

        return new TensorShape(dimensions, (int)count);
    }

    public bool Equals(TensorShape other) => Dimensions.SequenceEqual(other.Dimensions);

    public override bool Equals(object? obj) => obj is TensorShape other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Rank, ElementCount);

    public override string ToString() => Describe(_dimensions);

    private static string Describe(int[] dimensions) => $"[{string.Join(", ", dimensions)}]";
}
