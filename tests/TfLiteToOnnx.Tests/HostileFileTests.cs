// Files that are not models, or were: each gives a model or one of the two exceptions, in bounded time and memory.
using System.Buffers.Binary;
using TfLiteToOnnx.Tests.Support;

namespace TfLiteToOnnx.Tests;

public sealed class HostileFileTests
{
    [Fact]
    public void An_empty_file_is_an_error() =>
        Assert.Equal(
            "file identifier at byte 4: found a file of 0 bytes, expected \"TFL3\".",
            Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(default)).Message);

    [Fact]
    public void Random_bytes_are_errors()
    {
        Random random = new(1);
        for (int round = 0; round < 3000; round++)
        {
            byte[] file = new byte[random.Next(0, 600)];
            random.NextBytes(file);
            if (file.Length >= 8 && round % 2 == 0)
            {
                "TFL3"u8.CopyTo(file.AsSpan(4));
                BinaryPrimitives.WriteInt32LittleEndian(file, random.Next(0, 64));
            }

            Assert.NotNull(Hostile.ConvertsOrSaysWhyNot(file));
        }
    }

    [Fact]
    public void A_small_model_cut_anywhere_never_crashes()
    {
        byte[] file = Sound();
        for (int length = 0; length < file.Length; length++)
        {
            Hostile.ConvertsOrSaysWhyNot(file[..length]);
        }
    }

    [Fact]
    public void The_detector_cut_anywhere_is_an_error()
    {
        byte[] file = FaceModels.Read(FaceModels.Detector);
        for (int length = 0; length < file.Length - 64; length += 1499)
        {
            Assert.NotNull(Hostile.ConvertsOrSaysWhyNot(file[..length]));
        }
    }

    [Fact]
    public void Every_byte_of_a_small_model_set_to_extremes_never_crashes()
    {
        byte[] file = Sound();
        foreach (byte value in (byte[])[0x00, 0x01, 0x7F, 0x80, 0xFF])
        {
            for (int i = 0; i < file.Length; i++)
            {
                byte[] broken = [.. file];
                broken[i] = value;
                Hostile.ConvertsOrSaysWhyNot(broken);
            }
        }
    }

    [Fact]
    public void A_byte_of_the_detector_changed_at_random_never_crashes()
    {
        byte[] file = FaceModels.Read(FaceModels.Detector);
        Random random = new(2);
        for (int round = 0; round < 1500; round++)
        {
            // The weights lie in the middle; what can break is near both ends.
            int at = round % 2 == 0 ? random.Next(Math.Min(4096, file.Length)) : file.Length - 1 - random.Next(60000);
            byte kept = file[at];
            file[at] = (byte)random.Next(256);
            Hostile.ConvertsOrSaysWhyNot(file);
            file[at] = kept;
        }
    }

    [Fact]
    public void Words_of_the_attention_mesh_changed_at_random_never_crash()
    {
        byte[] file = FaceModels.Read(FaceModels.AttentionMesh);
        Random random = new(3);
        int[] words = [0, 1, -1, 4, int.MaxValue, int.MinValue, 1 << 16];
        for (int round = 0; round < 60; round++)
        {
            int at = round % 3 == 0 ? random.Next(4096) : file.Length - 4 - random.Next(200000);
            byte[] kept = file[at..(at + 4)];
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), words[random.Next(words.Length)]);
            Hostile.ConvertsOrSaysWhyNot(file);
            kept.CopyTo(file, at);
        }
    }

    [Fact]
    public void A_root_that_leads_to_itself_is_an_error()
    {
        byte[] file = Sound();
        BinaryPrimitives.WriteInt32LittleEndian(file, 0);
        Assert.Equal(
            "Model (root offset) at byte 0: found a forward offset of 0, expected at least 4.",
            Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(file)).Message);
    }

    [Theory]
    [InlineData(int.MaxValue, 1, 1, 1)]
    [InlineData(65536, 65536, 1, 1)]
    [InlineData(65536, 65536, 65536, 65536)]
    [InlineData(0, 1, 1, 1)]
    [InlineData(-1, 4, 4, 1)]
    public void Giant_and_senseless_shapes_are_errors(params int[] shape)
    {
        TinyModel model = new();
        int result = model.Builtin(19, [model.Input(shape)], shape);
        TfLiteFormatException error = Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(model.ToFile(result)));
        Assert.StartsWith("Model.subgraphs[0].tensors[0].shape: found", error.Message);
    }

    [Fact]
    public void Many_references_to_one_large_object_are_an_error()
    {
        // 4096 tensors that share a name of 64 KiB would be a quarter of a gigabyte of names.
        FlatBytesWriter name = new(new byte[1 << 16]);
        FlatTableWriter tensor = new FlatTableWriter().Int32s(0, 1).Object(3, name);
        FlatTableWriter graph = new FlatTableWriter().Object(0, new SharedTablesWriter(tensor, 4096));
        FlatTableWriter root = new FlatTableWriter().Int32(0, 3).Object(2, new FlatTablesWriter([graph])).Object(4, new FlatTablesWriter([new FlatTableWriter()]));
        Assert.Contains("share the same bytes", Hostile.ConvertsOrSaysWhyNot(root.ToFile("TFL3"))?.Message);
    }

    [Fact]
    public void Tens_of_thousands_of_tensors_with_one_name_convert()
    {
        TinyModel model = new() { ResultName = "same" };
        int tensor = model.Input(2);
        for (int i = 0; i < 20000; i++)
        {
            tensor = model.Builtin(19, [tensor], [2]);
        }

        int result = model.Builtin(0, [tensor, tensor], [2], 11, new FlatTableWriter());
        Assert.Null(Hostile.ConvertsOrSaysWhyNot(model.ToFile(result)));
    }

    [Fact]
    public void More_axes_than_a_tensor_can_have_are_an_error()
    {
        TinyModel model = new();
        int result = model.Builtin(74, [model.Input(2, 3), model.Constant([1000], new int[1000])], [3], 27, new FlatTableWriter());
        Assert.Contains("1000 integers", Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(model.ToFile(result))).Message);
    }

    [Fact]
    public void An_unknown_operator_is_an_error_that_names_operator_version_and_tensor()
    {
        TinyModel model = new();
        int result = model.Builtin(16, [model.Input(1, 2)], [1, 2], version: 4);
        UnsupportedOperatorException error = Assert.Throws<UnsupportedOperatorException>(() => TfLiteConverter.ToOnnx(model.ToFile(result)));
        Assert.Equal("Operator LSTM version 4, which makes tensor 'result0', is not supported: the operator is not translated.", error.Message);
    }

    [Fact]
    public void Options_of_another_operator_are_an_error()
    {
        TinyModel model = new();
        int result = model.Builtin(0, [model.Input(2), model.Input(2)], [2], 200, new FlatTableWriter());
        Assert.Equal(
            "operator 0 ADD builtin_options_type: found 200, expected 11.",
            Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(model.ToFile(result))).Message);
    }

    [Theory]
    [InlineData(99, "operator 0 RELU inputs: found tensor 99")]
    [InlineData(-2, "operator 0 RELU inputs: found tensor -2")]
    [InlineData(1, "operator 0 RELU inputs: found tensor 1 'result0' Float32[2], which nothing has made yet")]
    [InlineData(-1, "operator 0 RELU input 0: found none")]
    public void Inputs_that_do_not_exist_are_errors(int input, string message)
    {
        TinyModel model = new();
        model.Input(2);
        byte[] file = model.ToFile(model.Builtin(19, [input], [2]));
        Assert.StartsWith(message, Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(file)).Message);
    }

    [Fact]
    public void Outputs_made_twice_given_twice_or_never_made_are_errors()
    {
        TinyModel model = new();
        int result = model.Builtin(19, [model.Input(2)], [2]);
        byte[] twice = model.ToFile(result, result);
        Assert.StartsWith("graph outputs: found tensor 1", Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(twice)).Message);

        model = new TinyModel();
        model.Input(2);
        byte[] never = model.ToFile(model.Tensor("lost", [2]));
        Assert.Contains("which nothing has made yet", Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(never)).Message);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    public void A_constant_of_the_wrong_size_is_an_error(int bytes)
    {
        TinyModel model = new();
        int constant = model.Constant([2], 0, new byte[bytes]);
        int result = model.Builtin(0, [model.Input(2), constant], [2], 11, new FlatTableWriter());
        TfLiteFormatException error = Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(model.ToFile(result)));
        Assert.Equal($"Model.subgraphs[0].tensors[0].buffer: found {bytes} bytes of constant 'constant2', expected 8 for Float32[2].", error.Message);
    }

    [Fact]
    public void A_buffer_that_does_not_exist_is_an_error()
    {
        TinyModel model = new();
        int lost = model.Tensor("lost", [2], buffer: 7);
        int result = model.Builtin(0, [model.Input(2), lost], [2], 11, new FlatTableWriter());
        Assert.Contains("buffer 7", Assert.Throws<TfLiteFormatException>(() => TfLiteConverter.ToOnnx(model.ToFile(result))).Message);
    }

    /// <summary>A small model with a convolution, a slope, a slice and a custom operator.</summary>
    private static byte[] Sound()
    {
        TinyModel model = new();
        int image = model.Input(1, 4, 4, 2);
        int kernel = model.Builtin(6, [model.Constant([2, 1, 1, 2], (Half)1, (Half)2, (Half)3, (Half)4)], [2, 1, 1, 2], version: 2);
        FlatTableWriter options = new FlatTableWriter().UInt8(0, 0).Int32(1, 2).Int32(2, 2);
        int smaller = model.Builtin(3, [image, kernel, model.Constant([2], 1f, 2f)], [1, 2, 2, 2], 1, options);
        int bent = model.Builtin(54, [smaller, model.Constant([1, 1, 2], 0.1f, 0.2f)], [1, 2, 2, 2]);
        int points = model.Builtin(22, [bent], [1, 4, 2]);
        byte[] matrixOptions = FlexWriter.Map(
            ("left_rotation_idx", 0), ("right_rotation_idx", 1), ("subset_idxs", new[] { 0, 1, 2 }), ("target_rotation_radians", 0f),
            ("output_width", 2), ("output_height", 2), ("scale_x", 1f), ("scale_y", 1f));
        int matrix = model.Custom("Landmarks2TransformMatrix", [points], [1, 4, 4], matrixOptions);
        return model.ToFile(model.Custom("TransformLandmarks", [points, matrix], [1, 4, 2]));
    }
}
