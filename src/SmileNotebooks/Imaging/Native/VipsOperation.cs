// Builds one operation of libvips by name, without variadic functions.
using System.Globalization;

namespace SmileNotebooks;

/// <summary>An operation with its arguments: name it, set what it needs, take one output, dispose it.</summary>
internal sealed unsafe class VipsOperation : IDisposable
{
    private readonly string _name;
    private nint _operation;

    public VipsOperation(string name)
    {
        VipsLibrary.Start();
        _name = name;
        _operation = VipsNative.NewOperation(name);
        if (_operation == 0)
        {
            throw VipsException.FromLibrary(name);
        }
    }

    /// <summary>Sets a number, a flag, or a constant by its nickname.</summary>
    public VipsOperation Set(string argument, string value) =>
        VipsNative.SetFromText(_operation, argument, value) == 0 ? this : throw VipsException.FromLibrary(_name);

    public VipsOperation Set(string argument, int value) => Set(argument, value.ToString(CultureInfo.InvariantCulture));

    public VipsOperation Set(string argument, VipsImage image)
    {
        GValue value = default;
        VipsNative.InitialiseValue(ref value, VipsNative.ImageType());
        VipsNative.SetObject(ref value, image.DangerousGetHandle());
        return SetAndClear(argument, ref value);
    }

    /// <summary>Sets memory of the caller, which stays where it is until all that was made of it is released.</summary>
    public VipsOperation Set(string argument, byte* data, int length)
    {
        nint blob = VipsNative.NewBlob(0, data, (nuint)length);
        GValue value = default;
        VipsNative.InitialiseValue(ref value, VipsNative.BlobType());
        VipsNative.SetBoxed(ref value, blob);
        VipsNative.ReleaseArea(blob);
        return SetAndClear(argument, ref value);
    }

    /// <summary>Runs the operation and takes its image.</summary>
    public VipsImage Image()
    {
        Build();
        GValue value = default;
        VipsNative.InitialiseValue(ref value, VipsNative.ImageType());
        VipsNative.GetProperty(_operation, "out", ref value);
        VipsImage image = VipsImage.Own(VipsNative.Reference(VipsNative.GetObject(value)));
        VipsNative.ClearValue(ref value);
        return image;
    }

    /// <summary>Runs a saver and takes the bytes of its file.</summary>
    public byte[] Bytes()
    {
        Build();
        GValue value = default;
        VipsNative.InitialiseValue(ref value, VipsNative.BlobType());
        VipsNative.GetProperty(_operation, "buffer", ref value);
        byte* data = VipsNative.GetBlob(value, out nuint length);
        byte[] bytes = new ReadOnlySpan<byte>(data, checked((int)length)).ToArray();
        VipsNative.ClearValue(ref value);
        return bytes;
    }

    public void Dispose()
    {
        if (_operation != 0)
        {
            VipsNative.ReleaseOutputs(_operation);
            VipsNative.Release(_operation);
            _operation = 0;
        }
    }

    private void Build()
    {
        if (VipsNative.Build(_operation) != 0)
        {
            throw VipsException.FromLibrary(_name);
        }
    }

    private VipsOperation SetAndClear(string argument, ref GValue value)
    {
        VipsNative.SetProperty(_operation, argument, value);
        VipsNative.ClearValue(ref value);
        return this;
    }
}
