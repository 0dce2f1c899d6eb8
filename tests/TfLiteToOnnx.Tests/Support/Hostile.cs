// What the converter promises for any bytes at all.
namespace TfLiteToOnnx.Tests.Support;

/// <summary>Converts bytes that may be anything.</summary>
internal static class Hostile
{
    /// <summary>Bytes that a conversion may allocate besides a multiple of the file's length.</summary>
    private const long AllocatedAlways = 16 << 20;

    /// <summary>The error, or null where the bytes were a model; any other exception, or boundless memory, fails the test.</summary>
    public static Exception? ConvertsOrSaysWhyNot(byte[] file)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Exception? error = Record.Exception(() => TfLiteConverter.ToOnnx(file));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(error is null or TfLiteFormatException or UnsupportedOperatorException, $"{error}");
        Assert.True(allocated < AllocatedAlways + (64L * file.Length), $"{allocated} bytes were allocated for a file of {file.Length}.");
        return error;
    }
}
