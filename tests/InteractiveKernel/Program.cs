// Runs a notebook in .NET Interactive's own C# kernel and writes it with its outputs: what `smile run` is for our host.
using System.Diagnostics;
using System.Text.Json.Nodes;
using InteractiveKernel;

if (args is not [string notebook, string executed])
{
    Console.Error.WriteLine("Usage: InteractiveKernel <notebook.ipynb> <executed.ipynb>");
    return 2;
}

notebook = Path.GetFullPath(notebook);
executed = Path.GetFullPath(executed);
JsonObject document = JsonNode.Parse(await File.ReadAllTextAsync(notebook))!.AsObject();

// A front end starts the kernel in the notebook's folder.
Directory.SetCurrentDirectory(Path.GetDirectoryName(notebook)!);
using (Session session = new())
{
    foreach (JsonObject cell in document["cells"]!.AsArray().Select(cell => cell!.AsObject()).Where(cell => (string?)cell["cell_type"] == "code"))
    {
        string source = cell["source"] is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string)cell["source"]!;
        cell["outputs"] = await session.RunAsync(source);
    }
}

document["metadata"]!["modules"] = new JsonArray([.. Process.GetCurrentProcess().Modules.Cast<ProcessModule>().Select(module => (JsonNode)module.FileName)]);
await File.WriteAllTextAsync(executed, document.ToJsonString());
return 0;
