// The content of an execute_request.
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

/// <param name="Code">The cell.</param>
/// <param name="Silent">Nothing is shown, counted or kept.</param>
/// <param name="StoresHistory">Whether the cell is counted and kept in the history.</param>
/// <param name="AllowsStdin">Whether the front end can be asked for input.</param>
/// <param name="StopsOnError">Whether what waits behind the cell is not run if the cell fails.</param>
/// <param name="UserExpressions">What is evaluated after it.</param>
internal sealed record ExecuteRequest(
    string Code, bool Silent, bool StoresHistory, bool AllowsStdin, bool StopsOnError, ImmutableArray<(string Name, string Expression)> UserExpressions)
{
    /// <exception cref="MalformedContentException">Something is missing or of another type.</exception>
    public static ExecuteRequest Read(JsonObject content)
    {
        bool silent = content.Flag("silent", otherwise: false);
        JsonObject expressions = content.Object("user_expressions");
        return new ExecuteRequest(
            content.Text("code"),
            silent,
            !silent && content.Flag("store_history", otherwise: true),
            content.Flag("allow_stdin", otherwise: true),
            content.Flag("stop_on_error", otherwise: true),
            [.. expressions.Select(entry => (entry.Key, expressions.Text(entry.Key)))]);
    }
}
