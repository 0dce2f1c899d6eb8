// What the kernel says of itself.
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal static class KernelInfo
{
    private static readonly string s_version =
        typeof(KernelInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static JsonObject Content => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = MessageHeader.ProtocolVersion,
        ["implementation"] = "smile-notebooks",
        ["implementation_version"] = s_version,
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
        },
        ["banner"] = $"SmileNotebooks {s_version}: C# 14 on {RuntimeInformation.FrameworkDescription}. #!lsmagic lists the magic commands.",
        ["debugger"] = false,
        ["supported_features"] = new JsonArray(),
        ["help_links"] = new JsonArray(
            Link("C# reference", "https://learn.microsoft.com/dotnet/csharp/"),
            Link(".NET API browser", "https://learn.microsoft.com/dotnet/api/")),
    };

    private static JsonObject Link(string text, string url) => new() { ["text"] = text, ["url"] = url };
}
