// The functions of libvips and GObject that are called. None is variadic: plain P/Invoke passes variadic arguments
// wrongly on arm64 macOS. Operations are therefore built by name, property by property (see VipsOperation).
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SmileNotebooks;

internal static unsafe partial class VipsNative
{
    private const string Library = VipsLibrary.Name;

    [LibraryImport(Library, EntryPoint = "vips_init", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Init(string programName);

    [LibraryImport(Library, EntryPoint = "vips_cache_set_max")]
    public static partial void SetCacheSize(int operations);

    [LibraryImport(Library, EntryPoint = "vips_concurrency_set")]
    public static partial void SetConcurrency(int threads);

    [LibraryImport(Library, EntryPoint = "g_log_set_default_handler")]
    public static partial nint SetDefaultLogHandler(delegate* unmanaged[Cdecl]<byte*, int, byte*, nint, void> handler, nint data);

    [LibraryImport(Library, EntryPoint = "vips_error_buffer_copy")]
    private static partial byte* CopyErrorBuffer();

    [LibraryImport(Library, EntryPoint = "vips_error_clear")]
    public static partial void ClearError();

    [LibraryImport(Library, EntryPoint = "g_free")]
    private static partial void Free(void* memory);

    [LibraryImport(Library, EntryPoint = "g_object_ref")]
    public static partial nint Reference(nint instance);

    [LibraryImport(Library, EntryPoint = "g_object_unref")]
    public static partial void Release(nint instance);

    [LibraryImport(Library, EntryPoint = "vips_operation_new", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint NewOperation(string name);

    [LibraryImport(Library, EntryPoint = "vips_object_set_argument_from_string", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetFromText(nint operation, string name, string value);

    [LibraryImport(Library, EntryPoint = "g_object_set_property", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetProperty(nint operation, string name, in GValue value);

    [LibraryImport(Library, EntryPoint = "g_object_get_property", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void GetProperty(nint operation, string name, ref GValue value);

    [LibraryImport(Library, EntryPoint = "vips_object_build")]
    public static partial int Build(nint operation);

    [LibraryImport(Library, EntryPoint = "vips_object_unref_outputs")]
    public static partial void ReleaseOutputs(nint operation);

    [LibraryImport(Library, EntryPoint = "g_value_init")]
    public static partial void InitialiseValue(ref GValue value, nuint type);

    [LibraryImport(Library, EntryPoint = "g_value_unset")]
    public static partial void ClearValue(ref GValue value);

    [LibraryImport(Library, EntryPoint = "g_value_set_object")]
    public static partial void SetObject(ref GValue value, nint instance);

    [LibraryImport(Library, EntryPoint = "g_value_get_object")]
    public static partial nint GetObject(in GValue value);

    [LibraryImport(Library, EntryPoint = "g_value_set_boxed")]
    public static partial void SetBoxed(ref GValue value, nint boxed);

    [LibraryImport(Library, EntryPoint = "vips_value_get_blob")]
    public static partial byte* GetBlob(in GValue value, out nuint length);

    [LibraryImport(Library, EntryPoint = "vips_image_get_type")]
    public static partial nuint ImageType();

    [LibraryImport(Library, EntryPoint = "vips_blob_get_type")]
    public static partial nuint BlobType();

    [LibraryImport(Library, EntryPoint = "vips_blob_new")]
    public static partial nint NewBlob(nint free, byte* data, nuint length);

    [LibraryImport(Library, EntryPoint = "vips_area_unref")]
    public static partial void ReleaseArea(nint area);

    [LibraryImport(Library, EntryPoint = "vips_image_new_from_memory")]
    public static partial nint NewImage(byte* data, nuint length, int width, int height, int bands, VipsSampleFormat format);

    [LibraryImport(Library, EntryPoint = "vips_image_write")]
    public static partial int Write(VipsImage image, VipsImage destination);

    [LibraryImport(Library, EntryPoint = "vips_image_get_width")]
    public static partial int Width(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_height")]
    public static partial int Height(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_bands")]
    public static partial int Bands(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_format")]
    public static partial VipsSampleFormat Format(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_interpretation")]
    public static partial VipsInterpretation Interpretation(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_orientation")]
    public static partial int Orientation(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_typeof", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nuint TypeOfField(VipsImage image, string field);

    [LibraryImport(Library, EntryPoint = "vips_image_get_blob", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int GetBlobField(VipsImage image, string field, out byte* data, out nuint length);

    [LibraryImport(Library, EntryPoint = "vips_image_set_blob_copy", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetBlobField(VipsImage image, string field, byte* data, nuint length);

    /// <summary>What libvips says about failures since the last call, on one line; it keeps one text for all threads.</summary>
    public static string TakeError()
    {
        byte* text = CopyErrorBuffer();
        try
        {
            string lines = Marshal.PtrToStringUTF8((nint)text) ?? "";
            return string.Join("; ", lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
        finally
        {
            Free(text);
        }
    }
}

/// <summary>GLib's GValue: a type and 16 bytes of payload. Zero before it is initialised.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GValue
{
    public nuint Type;
    public Payload Data;

    [InlineArray(2)]
    internal struct Payload
    {
        private ulong _first;
    }
}

/// <summary>VipsBandFormat: how a sample is stored.</summary>
internal enum VipsSampleFormat
{
    UInt8 = 0,
    Int8 = 1,
    UInt16 = 2,
    Int16 = 3,
    UInt32 = 4,
    Int32 = 5,
    Float = 6,
    Complex = 7,
    Double = 8,
    DoubleComplex = 9,
}

/// <summary>VipsInterpretation: what the samples mean, as far as it matters here.</summary>
internal enum VipsInterpretation
{
    Cmyk = 15,
}
