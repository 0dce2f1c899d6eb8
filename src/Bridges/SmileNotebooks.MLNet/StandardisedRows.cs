// Rows as ML.NET's trainers are given them.
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace SmileNotebooks.MLNet;

/// <summary>Standardised rows and what standardised them.</summary>
/// <param name="Front">From features of double precision to standardised ones of single precision: the first part of the model as ML.NET saves it.</param>
/// <param name="Standardiser">The same as numbers.</param>
/// <param name="Data">Labels and standardised features, kept in memory.</param>
internal sealed record StandardisedRows(TransformerChain<TypeConvertingTransformer> Front, Standardiser Standardiser, IDataView Data)
{
    public static StandardisedRows Of(MLContext context, TrainingSet training)
    {
        IDataView data = Columns.Of(context, training);

        // Without fixZero the mean is subtracted. In double precision, and rounded only then: a feature of a large mean and a small spread would lose its digits otherwise.
        TransformerChain<TypeConvertingTransformer> front = context.Transforms.NormalizeMeanVariance(Columns.Centred, Columns.Features, fixZero: false)
            .Append(context.Transforms.Conversion.ConvertType(Columns.Standardised, Columns.Centred, DataKind.Single))
            .Fit(data);
        return new StandardisedRows(front, Standardiser.Of((NormalizingTransformer)front.First()), context.Data.Cache(front.Transform(data)));
    }
}
