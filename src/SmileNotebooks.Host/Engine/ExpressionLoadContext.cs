// Where an expression that is evaluated beside the cells is loaded: it sees the notebook's assemblies, and goes away after use.
using System.Reflection;
using System.Runtime.Loader;

namespace SmileNotebooks.Host;

internal sealed class ExpressionLoadContext(NotebookLoadContext notebook) : AssemblyLoadContext("expression", isCollectible: true)
{
    protected override Assembly? Load(AssemblyName assemblyName) => notebook.LoadFromAssemblyName(assemblyName);
}
