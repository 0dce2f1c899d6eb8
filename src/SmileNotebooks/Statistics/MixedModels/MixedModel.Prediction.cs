// Predictions for rows that the model has not seen.
using System.Collections.Immutable;

namespace SmileNotebooks;

public sealed partial class MixedModel
{
    /// <summary>Predicts the response for rows with the columns of the formula (the response excepted; grouping factors only where random effects are added).</summary>
    /// <param name="rows">Rows to predict.</param>
    /// <param name="options">Default: with random effects; unknown levels fail.</param>
    /// <returns>One prediction for each row, in the unit of the response.</returns>
    /// <exception cref="ArgumentException">A column is absent, a value is missing, a label is unknown; or a grouping level is unknown, unless the options allow it.</exception>
    public ImmutableArray<double> Predict(DataColumns rows, PredictionOptions? options = null)
    {
        options ??= new PredictionOptions();
        double[] predictions = Linear(_parts.Fixed.ForRows(rows));
        if (options.RandomEffects)
        {
            foreach (RandomPart part in _parts.Random.Parts)
            {
                AddRandom(predictions, part, part.Matrix.ForRows(rows), CodesOf(part, rows, options.NewLevels));
            }
        }

        return ImmutableArray.Create(predictions);
    }

    /// <summary>Predicts the response for records: each public property is a column.</summary>
    /// <inheritdoc cref="Predict(DataColumns, PredictionOptions?)"/>
    public ImmutableArray<double> Predict<T>(IEnumerable<T> rows, PredictionOptions? options = null) => Predict(DataColumns.From(rows), options);

    private int[] CodesOf(RandomPart part, DataColumns rows, NewLevels unknown)
    {
        Factor group = RandomStructure.GroupOf(Formula, part.Group, rows);
        Dictionary<string, int> known = _parts.Random.Groups[part.Block].Levels.Select((level, code) => (level, code)).ToDictionary(pair => pair.level, pair => pair.code);
        int[] codes = new int[rows.RowCount];
        for (int row = 0; row < codes.Length; row++)
        {
            string label = group.LabelOf(row)
                ?? throw new ArgumentException($"Row {row}: '{part.Group}' is missing; a prediction with random effects needs its level.", nameof(rows));
            if (!known.TryGetValue(label, out codes[row]))
            {
                codes[row] = unknown == NewLevels.Population ? -1 : throw new ArgumentException(
                    $"Row {row}: '{label}' is none of the {known.Count} levels of '{part.Group}' that the model was fitted to. " +
                    $"To predict for the average level, choose {nameof(SmileNotebooks.NewLevels)}.{nameof(NewLevels.Population)}.",
                    nameof(rows));
            }
        }

        return codes;
    }
}
