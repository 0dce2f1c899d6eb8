using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>What a model's ONNX file holds besides the model.</summary>
/// <param name="CalibrationSlope">Probability = 1 / (1 + exp(-(slope x log odds + intercept))). 1 where nothing is calibrated.</param>
/// <param name="CalibrationIntercept">0 where nothing is calibrated.</param>
/// <param name="Metadata">Names and texts that are written as the file's <c>metadata_props</c>, in the order of the names.</param>
public sealed record OnnxExport(double CalibrationSlope, double CalibrationIntercept, ImmutableSortedDictionary<string, string> Metadata);
