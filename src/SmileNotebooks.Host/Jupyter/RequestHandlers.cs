// Which request is answered by what.
using System.Text.Json.Nodes;

namespace SmileNotebooks.Host;

internal sealed class RequestHandlers(
    ExecuteHandler execute, LanguageHandlers language, HistoryHandler history, KernelChannels channels, ConnectionInfo connection, Action shutDown)
{
    /// <summary>Answers what comes by the shell channel.</summary>
    public Task HandleShellAsync(KernelRequest request, CancellationToken stop) => request.Type switch
    {
        "execute_request" => execute.HandleAsync(request, stop),
        "complete_request" => language.CompleteAsync(request, stop),
        "inspect_request" => language.InspectAsync(request, stop),
        "is_complete_request" => language.CheckCompleteAsync(request),
        "history_request" => history.HandleAsync(request),
        _ => HandleControlAsync(request),
    };

    /// <summary>Answers what comes by the control channel, also while a cell runs: only what does not touch the engine.</summary>
    public async Task HandleControlAsync(KernelRequest request)
    {
        switch (request.Type)
        {
            case "kernel_info_request":
                await request.ReplyAsync(KernelInfo.Content).ConfigureAwait(false);
                execute.WarmUp();
                break;
            case "connect_request":
                await request.ReplyAsync(Ports()).ConfigureAwait(false);
                break;
            case "comm_info_request":
                await request.ReplyAsync(new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() }).ConfigureAwait(false);
                break;
            case "comm_open":
                // There are no targets here; the protocol asks to close what cannot be opened.
                request.Publish("comm_close", new JsonObject { ["comm_id"] = request.Content.Text("comm_id"), ["data"] = new JsonObject() });
                break;
            case "comm_msg" or "comm_close":
                break;
            case "interrupt_request":
                execute.Interrupt();
                await request.ReplyAsync(new JsonObject { ["status"] = "ok" }).ConfigureAwait(false);
                break;
            case "shutdown_request":
                await ShutDownAsync(request).ConfigureAwait(false);
                break;
            default:
                channels.Log($"A {request.Type} was not answered: this kernel does not know it.");
                break;
        }
    }

    private async Task ShutDownAsync(KernelRequest request)
    {
        bool restart = request.Content.Flag("restart", otherwise: false);
        JsonObject content = new() { ["status"] = "ok", ["restart"] = restart };
        await request.ReplyAsync(content).ConfigureAwait(false);
        request.Publish("shutdown_reply", (JsonObject)content.DeepClone());
        shutDown();
    }

    private JsonObject Ports() => new()
    {
        ["status"] = "ok",
        ["shell_port"] = connection.ShellPort,
        ["iopub_port"] = connection.IopubPort,
        ["stdin_port"] = connection.StdinPort,
        ["control_port"] = connection.ControlPort,
        ["hb_port"] = connection.HeartbeatPort,
    };
}
