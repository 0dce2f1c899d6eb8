// The parts of a value, by name: properties and fields, items, cells.
using System.Collections;
using System.Collections.Immutable;
using System.Data;
using System.Runtime.CompilerServices;

namespace SmileNotebooks.Host;

internal static class ValueParts
{
    public static ImmutableArray<(string Name, object? Value)> Of(object value) => value switch
    {
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(item => ($"Item{item + 1}", tuple[item]))],
        DataRow row => [.. row.Table.Columns.Cast<DataColumn>().Select(column => (column.ColumnName, row[column] is DBNull ? null : row[column]))],
        IDictionary { Count: <= SequencePreview.MostItems } dictionary when HasNames(dictionary) =>
            [.. dictionary.Keys.Cast<object>().Select(key => (PlainText.InTable(key), dictionary[key]))],
        IEnumerable sequence when SequencePreview.IsSequence(sequence) =>
            [.. SequencePreview.Of(sequence).Items.Select((item, at) => (PlainText.Scalar(at), item))],
        _ => [.. ValueMembers.Of(value.GetType()).Select(member => (member.Name, member.Get(value)))],
    };

    // Rows of a table may be dictionaries: their keys are its columns.
    private static bool HasNames(IDictionary dictionary) => dictionary.Keys.Cast<object>().All(key => key is string);
}
