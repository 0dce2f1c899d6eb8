// A VipsImage that releases itself.
using System.Runtime.InteropServices;

namespace SmileNotebooks;

/// <summary>A reference to an image of libvips: a header, and pixels that are computed when they are written somewhere.</summary>
internal sealed unsafe class VipsImage : SafeHandle
{
    public VipsImage()
        : base(0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    public int Width => VipsNative.Width(this);

    public int Height => VipsNative.Height(this);

    public int Bands => VipsNative.Bands(this);

    public VipsSampleFormat Format => VipsNative.Format(this);

    public VipsInterpretation Interpretation => VipsNative.Interpretation(this);

    /// <summary>The EXIF orientation, 1 to 8; 1 where the file states none.</summary>
    public int Orientation => VipsNative.Orientation(this);

    public bool Has(string field) => VipsNative.TypeOfField(this, field) != 0;

    /// <summary>A block of metadata that the image has; valid as long as the image.</summary>
    public ReadOnlySpan<byte> Blob(string field) =>
        VipsNative.GetBlobField(this, field, out byte* data, out nuint length) == 0
            ? new ReadOnlySpan<byte>(data, (int)length)
            : throw VipsException.FromLibrary(field);

    public void SetBlob(string field, ReadOnlySpan<byte> blob)
    {
        fixed (byte* data = blob)
        {
            VipsNative.SetBlobField(this, field, data, (nuint)blob.Length);
        }
    }

    /// <summary>Takes over one reference.</summary>
    public static VipsImage Own(nint instance)
    {
        VipsImage image = new();
        image.SetHandle(instance);
        return image;
    }

    /// <summary>An image over memory of the caller, which stays where it is until the image and all made of it are released.</summary>
    public static VipsImage Over<T>(T* samples, int width, int height, int bands)
        where T : unmanaged
    {
        VipsLibrary.Start();
        nuint length = (nuint)width * (nuint)height * (nuint)bands * (nuint)sizeof(T);
        VipsSampleFormat format = typeof(T) == typeof(float) ? VipsSampleFormat.Float : VipsSampleFormat.UInt8;
        nint image = VipsNative.NewImage((byte*)samples, length, width, height, bands, format);
        return image == 0 ? throw VipsException.FromLibrary("memory image") : Own(image);
    }

    /// <summary>The same samples, said to be sRGB: memory alone does not say what it means.</summary>
    public VipsImage AsSrgb()
    {
        using VipsOperation copy = new("copy");
        return copy.Set("in", this).Set("interpretation", "srgb").Image();
    }

    /// <summary>Computes the pixels of an image of bytes or floats: [height, width, bands].</summary>
    public T[] ReadPixels<T>()
        where T : unmanaged
    {
        T[] pixels = GC.AllocateUninitializedArray<T>(checked(Width * Height * Bands));
        fixed (T* samples = pixels)
        {
            using VipsImage destination = Over(samples, Width, Height, Bands);
            if (VipsNative.Write(this, destination) != 0)
            {
                throw VipsException.FromLibrary("write");
            }
        }

        return pixels;
    }

    protected override bool ReleaseHandle()
    {
        VipsNative.Release(handle);
        return true;
    }
}
