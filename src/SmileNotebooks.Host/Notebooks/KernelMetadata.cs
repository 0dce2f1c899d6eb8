// What a notebook says of the kernel that runs it (https://nbformat.readthedocs.io, "Notebook metadata").
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal static class KernelMetadata
{
    public const string Key = "kernelspec";

    /// <summary>The kernel of C# notebooks, by the name that .NET Interactive gave it.</summary>
    public static JsonObject CSharp => new() { ["display_name"] = ".NET (C#)", ["language"] = "csharp", ["name"] = ".net-csharp" };

    /// <summary>The metadata with a kernel: that of C# where none is named.</summary>
    public static JsonObject With(JsonObject metadata)
    {
        if (!metadata.ContainsKey(Key))
        {
            metadata[Key] = CSharp;
        }

        return metadata;
    }
}
