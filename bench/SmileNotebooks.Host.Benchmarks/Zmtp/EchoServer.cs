// Our router in a process of its own: every message goes back to whoever sent it.
namespace SmileNotebooks.Host.Benchmarks.Zmtp;

internal static class EchoServer
{
    public static async Task RunAsync(string endpoint)
    {
        await using RouterSocket router = RouterSocket.Bind(endpoint);
        Console.WriteLine(router.Endpoint);
        while (true)
        {
            await router.SendAsync(await router.ReceiveAsync());
        }
    }
}
