using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;

namespace InteractiveKernel;

/// <summary>A session of .NET Interactive, with what its packages bring of C# and HTML.</summary>
internal sealed class Session : IDisposable
{
    private readonly CompositeKernel _kernel;

    public Session()
    {
        CSharpKernel csharp = new CSharpKernel().UseKernelHelpers().UseWho().UseValueSharing();
        _kernel = new CompositeKernel { csharp, new HtmlKernel() };
        _kernel.UseImportMagicCommand();
        _kernel.DefaultKernelName = csharp.Name;
    }

    /// <summary>Runs a cell.</summary>
    /// <returns>Its outputs as a notebook holds them.</returns>
    public async Task<JsonArray> RunAsync(string source)
    {
        CellOutputs outputs = new();
        using (_kernel.KernelEvents.Subscribe(outputs))
        {
            await _kernel.SendAsync(new SubmitCode(source));
        }

        return outputs.ToJson();
    }

    public void Dispose() => _kernel.Dispose();
}
