using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>An immutable array that equals another with equal items, which <see cref="ImmutableArray{T}"/> does not. Records keep their
/// arrays in one, so that their own equality is that of their values.</summary>
/// <param name="Items">The items in order.</param>
internal readonly record struct ValueSequence<T>(ImmutableArray<T> Items)
    where T : IEquatable<T>
{
    /// <summary>Whether both have as many items, and each equals its counterpart.</summary>
    public bool Equals(ValueSequence<T> other) => Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (T item in Items.AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}
