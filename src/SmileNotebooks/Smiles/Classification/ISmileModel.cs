using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What a trainer has learned. Immutable, thread-safe.</summary>
public interface ISmileModel
{
    /// <summary>The name of its trainer.</summary>
    string Trainer { get; }

    /// <summary>The settings that it was learned with.</summary>
    TrainerSettings Settings { get; }

    /// <summary>The features that it wants, in this order.</summary>
    ImmutableArray<string> Features { get; }

    /// <summary>Whether its log odds are a sum of one term for each feature: what a feature contributes is then its term. Default: false.</summary>
    bool IsAdditive => false;

    /// <summary>Log odds of the named class, before calibration.</summary>
    /// <param name="values">A finite value for each feature, in their own units.</param>
    double LogOdds(ReadOnlySpan<double> values);

    /// <summary>The model as an ONNX file: an input <c>features</c> (double, [rows, features]) and an output <c>probability</c> (double, [rows]) of the named class.</summary>
    /// <param name="contents">How log odds are calibrated, and what is written beside the graph.</param>
    byte[] ToOnnx(OnnxExport contents);
}
