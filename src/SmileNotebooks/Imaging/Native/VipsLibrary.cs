// Finds libvips beside this assembly and starts it once a process. Run and tested on Linux x64; for macOS and Windows the
// names of the files and of their exported functions were compared with the packages that the build installs, no more.
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SmileNotebooks;

/// <summary>The native library libvips, which decodes and encodes pictures: where it lies and how it is started.</summary>
internal static unsafe class VipsLibrary
{
    /// <summary>The name in every import. glib is linked into the same file on all platforms.</summary>
    public const string Name = "vips";

    private static readonly Lazy<bool> Started = new(Initialise);

    /// <summary>Makes the imports callable; cheap after the first call.</summary>
    /// <exception cref="DllNotFoundException">The library is not beside the assembly.</exception>
    public static void Start() => _ = Started.Value;

    private static bool Initialise()
    {
        NativeLibrary.SetDllImportResolver(typeof(VipsLibrary).Assembly, Resolve);
        if (VipsNative.Init("SmileNotebooks") != 0)
        {
            throw new InvalidOperationException($"libvips could not be started: {VipsNative.TakeError()}");
        }

        // Every problem is reported by an exception; warnings on stderr would spoil `--json -` and cell outputs.
        VipsNative.SetDefaultLogHandler(&IgnoreLog, 0);
        // Pictures are decoded once each: a cache of operations would only hold memory.
        VipsNative.SetCacheSize(0);
        // One thread a call; a caller with many pictures decodes them in parallel.
        VipsNative.SetConcurrency(1);
        return true;
    }

    /// <summary>Looks beside this assembly, whichever program has loaded it, then where the system looks.</summary>
    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != Name)
        {
            return 0;
        }

        string folder = System.IO.Path.GetDirectoryName(assembly.Location) ?? "";
        return NativeLibrary.TryLoad(System.IO.Path.Combine(folder, FileName), out nint library)
            || NativeLibrary.TryLoad(FileName, assembly, searchPath, out library)
            ? library
            : throw new DllNotFoundException(
                $"libvips was not found: expected {FileName} in {folder}. Build the project again on this platform.");
    }

    private static string FileName =>
        OperatingSystem.IsWindows() ? "libvips-42.dll" : OperatingSystem.IsMacOS() ? "libvips.dylib" : "libvips.so";

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void IgnoreLog(byte* domain, int level, byte* message, nint data)
    {
    }
}
