using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace SmileNotebooks.Charts;

/// <summary>One value for a whole trace, or one for each of its points: <c>"#0072b2"</c>, <c>[1, 2.5]</c>,
/// <c>["a", "b"]</c>, <c>[.. table.Select(row => row.Score)]</c>. Immutable.</summary>
[CollectionBuilder(typeof(Values), nameof(Create))]
public sealed class Values : IReadOnlyList<Value>
{
    private readonly ImmutableArray<Value> _items;

    private Values(ImmutableArray<Value> items, bool isSingle) => (_items, IsSingle) = (items, isSingle);

    /// <summary>Whether this is one value for the whole trace.</summary>
    public bool IsSingle { get; }

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public Value this[int index] => _items[index];

    /// <summary>One value for each point.</summary>
    /// <param name="items">The values; copied.</param>
    public static Values Create(ReadOnlySpan<Value> items) => new([.. items], isSingle: false);

    /// <summary>One value for the whole trace.</summary>
    /// <param name="value">Any.</param>
    public static Values Single(Value value) => new([value], isSingle: true);

    /// <summary>One number for the whole trace.</summary>
    /// <param name="number">Any.</param>
    public static implicit operator Values(double number) => Single(number);

    /// <summary>One text for the whole trace.</summary>
    /// <param name="text">Any.</param>
    public static implicit operator Values?(string? text) => text is null ? null : Single(text);

    /// <summary>One number for each point.</summary>
    /// <param name="numbers">Copied.</param>
    public static implicit operator Values(double[] numbers) => [.. numbers];

    /// <summary>One text for each point.</summary>
    /// <param name="texts">Copied.</param>
    public static implicit operator Values(string[] texts) => [.. texts];

    /// <inheritdoc/>
    public IEnumerator<Value> GetEnumerator() => ((IEnumerable<Value>)_items).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
