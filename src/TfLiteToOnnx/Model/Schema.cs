// Field numbers of TensorFlow Lite's schema, version 3 (tensorflow/lite/schema/schema.fbs).
using TfLiteToOnnx.Reading;

namespace TfLiteToOnnx.Model;

/// <summary>The tables that hold the graph; the tables of options stand with the operators that read them.</summary>
internal static class Schema
{
    public const string FileIdentifier = "TFL3";
    public const uint Version = 3;

    public static class Model
    {
        public static readonly FlatField Version = new(0, "version");
        public static readonly FlatField OperatorCodes = new(1, "operator_codes");
        public static readonly FlatField Subgraphs = new(2, "subgraphs");
        public static readonly FlatField Buffers = new(4, "buffers");
    }

    public static class OperatorCode
    {
        // The first field was a byte and ran out of values; the file's code is the larger of the two.
        public static readonly FlatField DeprecatedBuiltinCode = new(0, "deprecated_builtin_code");
        public static readonly FlatField CustomCode = new(1, "custom_code");
        public static readonly FlatField Version = new(2, "version");
        public static readonly FlatField BuiltinCode = new(3, "builtin_code");
    }

    public static class SubGraph
    {
        public static readonly FlatField Tensors = new(0, "tensors");
        public static readonly FlatField Inputs = new(1, "inputs");
        public static readonly FlatField Outputs = new(2, "outputs");
        public static readonly FlatField Operators = new(3, "operators");
    }

    public static class Tensor
    {
        public static readonly FlatField Shape = new(0, "shape");
        public static readonly FlatField Type = new(1, "type");
        public static readonly FlatField Buffer = new(2, "buffer");
        public static readonly FlatField Name = new(3, "name");
        public static readonly FlatField Sparsity = new(6, "sparsity");
    }

    public static class Operator
    {
        public static readonly FlatField OpcodeIndex = new(0, "opcode_index");
        public static readonly FlatField Inputs = new(1, "inputs");
        public static readonly FlatField Outputs = new(2, "outputs");
        public static readonly FlatField BuiltinOptionsType = new(3, "builtin_options_type");
        public static readonly FlatField BuiltinOptions = new(4, "builtin_options");
        public static readonly FlatField CustomOptions = new(5, "custom_options");
    }

    public static class Buffer
    {
        public static readonly FlatField Data = new(0, "data");
        public static readonly FlatField ExternalOffset = new(1, "offset");
    }
}
