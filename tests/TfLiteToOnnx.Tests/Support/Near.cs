// Compares tensors with a tolerance and says where they differ.
namespace TfLiteToOnnx.Tests.Support;

/// <summary>Equality up to float32 rounding.</summary>
internal static class Near
{
    public static void Equal(Values expected, Values found, double tolerance = 1e-5)
    {
        Assert.Equal(expected.Shape, found.Shape);
        Assert.Equal(expected.Elements.Length, found.Elements.Length);
        for (int i = 0; i < expected.Elements.Length; i++)
        {
            double allowed = tolerance * Math.Max(1, Math.Abs(expected.Elements[i]));
            Assert.True(
                Math.Abs(expected.Elements[i] - found.Elements[i]) <= allowed,
                $"element {i}: {found.Elements[i]} instead of {expected.Elements[i]}");
        }
    }
}
