// RESHAPE: the same elements in memory, other dimensions.
namespace TfLiteToOnnx.Lowering;

/// <summary>Becomes Reshape to the output's declared shape, which the file's own shape input or option repeats.</summary>
internal static class Reshape
{
    public static void Lower(OperatorSite site)
    {
        site.Require(1, 2);
        int tensor = site.FloatInput(0);
        if (site.Shape(0).ElementCount != site.OutputShape.ElementCount)
        {
            throw site.Malformed("output", $"shape {site.OutputShape}", $"{site.Shape(0).ElementCount} elements as in {site.Shape(0)}");
        }

        string input = site.Values.InStoredMemoryOrder(tensor);
        string shape = site.Graph.Integers(site.OutputShape.Dimensions);
        site.Graph.AddTo(site.Values.NameStored(site.Output), "Reshape", [input, shape]);
    }
}
