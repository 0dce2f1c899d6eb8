// The kernel's entry.
namespace SmileNotebooks.Host;

/// <summary>
/// A Jupyter kernel for C# (protocol 5.3): runs cells for Jupyter's front ends, with completion, inspection, input, history and
/// interrupts. Everything is managed code, and nothing is listened to but the addresses of the connection.
/// </summary>
public static class JupyterKernel
{
    /// <summary>Serves until a front end asks for the end, the token is cancelled, or the Jupyter that started the kernel is gone.</summary>
    /// <remarks>From the first call on, an exception that nothing catches in a thread of this process ends only that thread.</remarks>
    /// <param name="connectionFile">The file in which Jupyter wrote the addresses and the key.</param>
    /// <param name="options">The settings; default: those of <see cref="KernelOptions"/>.</param>
    /// <param name="cancellation">Ends the kernel.</param>
    /// <exception cref="IOException">The file cannot be read, or an address cannot be bound.</exception>
    /// <exception cref="InvalidDataException">The file is no connection file; the message says why.</exception>
    /// <exception cref="DirectoryNotFoundException">The notebook's folder does not exist.</exception>
    public static async Task RunAsync(string connectionFile, KernelOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new KernelOptions();
        KernelServer server = new(ConnectionInfo.Read(connectionFile), options);
        UnhandledErrors.Install(options.Log);
        await using (server.ConfigureAwait(false))
        {
            await server.RunAsync(cancellation).ConfigureAwait(false);
        }
    }
}
