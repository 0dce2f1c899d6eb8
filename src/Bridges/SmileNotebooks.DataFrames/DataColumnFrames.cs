// The columns that formulae and designs are read from.
using Microsoft.Data.Analysis;

namespace SmileNotebooks.DataFrames;

/// <summary>Columns of the statistics as data frames, and back: <c>MixedModel.Fit("value ~ condition + (1 | participant)", frame.ToDataColumns())</c>.</summary>
public static class DataColumnFrames
{
    /// <summary>Numeric columns as numbers, factors as words; what is missing is null.</summary>
    /// <remarks>A factor whose levels are not its own words in ordinal order also gets a column of the places of its levels, NAME_order (whole numbers from 1), which <see cref="ToDataColumns"/> reads.</remarks>
    /// <param name="columns">The columns.</param>
    /// <exception cref="TableException">A factor has a level that no row has, which a column of words cannot say.</exception>
    public static DataFrame ToDataFrame(this DataColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        FrameWriter writer = new("columns");
        foreach (string name in columns.Names)
        {
            if (columns.IsNumeric(name))
            {
                writer.AddMeasured(name, columns.Numeric(name).ToArray());
                continue;
            }

            Factor factor = columns.Factor(name);
            string?[] labels = [.. factor.Codes.Select(code => code == Factor.Missing ? null : factor.Levels[code])];
            writer.Add(name, labels);
            if (Enumerable.Range(0, factor.Levels.Length).Except(factor.Codes).Select(level => (int?)level).FirstOrDefault() is { } unused)
            {
                throw new TableException("a data frame of columns", $"column {name}", $"the level {factor.Levels[unused]}, which no row has", "levels that occur");
            }

            if (!factor.Levels.SequenceEqual(Factor.From(labels).Levels))
            {
                writer.Add(OrderOf(name), factor.Codes.Select(code => code == Factor.Missing ? (int?)null : code + 1));
            }
        }

        return writer.Frame;
    }

    /// <summary>Columns of numbers as numeric ones (null: NaN), words, true and false as factors.</summary>
    /// <param name="frame">Any frame. Levels stand in ordinal order, or as a column NAME_order says.</param>
    /// <exception cref="TableException">A column is of something else, or an order says two things of a level. The message names column, row (from 0), found and expected.</exception>
    public static DataColumns ToDataColumns(this DataFrame frame)
    {
        FrameReader reader = new(frame ?? throw new ArgumentNullException(nameof(frame)), "columns");
        DataColumns columns = DataColumns.Empty;
        HashSet<string> orders = [.. reader.Columns.Select(column => OrderOf(column.Name)).Where(reader.Has)];
        foreach (DataFrameColumn column in reader.Columns.Where(column => !orders.Contains(column.Name)))
        {
            int[] rows = [.. Enumerable.Range(0, reader.Rows)];
            columns = column.DataType == typeof(string) ? columns.With(column.Name, rows.Select(row => reader.Text(row, column.Name)), orders.Contains(OrderOf(column.Name)) ? Levels(reader, column.Name) : null)
                : column.DataType == typeof(bool) ? columns.With(column.Name, rows.Select(row => reader.Flag(row, column.Name)?.ToString()))
                : columns.With(column.Name, [.. rows.Select(row => reader.Measured(row, column.Name))]);
        }

        return columns;
    }

    private static string OrderOf(string column) => $"{column}_order";

    private static IEnumerable<string> Levels(FrameReader reader, string column)
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        for (int row = 0; row < reader.Rows; row++)
        {
            if (reader.Text(row, column) is { } level)
            {
                int place = reader.RequiredWhole(row, OrderOf(column));
                if (!places.TryAdd(level, place) && places[level] != place)
                {
                    throw reader.Problem(row, OrderOf(column), $"{place} for {level}", $"{places[level]}, as in the rows above");
                }
            }
        }

        return places.OrderBy(level => level.Value).Select(level => level.Key);
    }
}
