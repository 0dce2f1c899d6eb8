using TfLiteToOnnx;

namespace SmileNotebooks;

/// <summary>A model as ONNX, of which any number of sessions can be opened.</summary>
internal sealed class ConvertedModel
{
    private readonly byte[] _onnx;
    private readonly string _name;

    /// <param name="tflite">The model as TensorFlow Lite.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="FaceModelException">The model is damaged, or has an operator that the converter does not know.</exception>
    public ConvertedModel(byte[] tflite, string name)
    {
        _name = name;
        try
        {
            _onnx = TfLiteConverter.ToOnnx(tflite);
        }
        catch (Exception error) when (error is TfLiteFormatException or UnsupportedOperatorException)
        {
            throw new FaceModelException($"{name}: {error.Message}", error);
        }
    }

    /// <exception cref="FaceModelException">ONNX Runtime does not take the model.</exception>
    public Network Open() => new(_onnx, _name);
}
