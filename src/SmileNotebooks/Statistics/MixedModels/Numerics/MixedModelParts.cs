// What a mixed model is fitted to: everything that does not depend on the criterion.
using System.Collections.Immutable;

namespace SmileNotebooks;

internal sealed record MixedModelParts(
    Formula Formula, ModelFrame Frame, double[] Response, ModelMatrix Fixed, RandomStructure Random, MixedModelOptions Options)
{
    public static MixedModelParts From(Formula formula, DataColumns data, MixedModelOptions options)
    {
        if (formula.RandomTerms.IsEmpty)
        {
            throw new ArgumentException($"Formula \"{formula}\" has no random term, such as (1 | participant): expected at least one in a mixed model.", nameof(formula));
        }

        ModelFrame frame = ModelFrame.From(formula, data, options.Missing, options.Participant);
        double[] response = frame.Response();
        if (Array.TrueForAll(response, value => value == response[0]))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The response '{formula.Response}' is {response[0]} in each of {response.Length} rows: there is no variance to model."), nameof(data));
        }

        return new MixedModelParts(
            formula,
            frame,
            response,
            ModelMatrix.Of(formula, frame.Data, options.Coding),
            RandomStructure.From(formula, frame.Data, options.Coding),
            options);
    }
}
