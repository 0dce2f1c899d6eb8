// Four second-order sections in the lanes of one vector.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SmileNotebooks;

/// <summary>A cascade of four sections, of which section i works on sample n - i while section 0 works on sample n: the recursion of one section must wait for its last result,
/// and four wait together. Missing sections at the end pass their input on.</summary>
/// <remarks>Each lane does the operations of SciPy's sosfilt (transposed direct form II) in their order and without fused operations, so that the numbers do not depend on the vectors of
/// the machine.</remarks>
internal struct SectionBank
{
    public const int Lanes = 4;

    private readonly Vector256<double> _b0, _b1, _b2, _a1, _a2;
    private Vector256<double> _first, _second;

    public SectionBank(ReadOnlySpan<SecondOrderSection> sections)
    {
        Span<SecondOrderSection> four = [SecondOrderSection.Identity, SecondOrderSection.Identity, SecondOrderSection.Identity, SecondOrderSection.Identity];
        sections.CopyTo(four);
        _b0 = Vector256.Create(four[0].B0, four[1].B0, four[2].B0, four[3].B0);
        _b1 = Vector256.Create(four[0].B1, four[1].B1, four[2].B1, four[3].B1);
        _b2 = Vector256.Create(four[0].B2, four[1].B2, four[2].B2, four[3].B2);
        _a1 = Vector256.Create(four[0].A1, four[1].A1, four[2].A1, four[3].A1);
        _a2 = Vector256.Create(four[0].A2, four[1].A2, four[2].A2, four[3].A2);
    }

    public void SetState(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        _first = Vector256.Create(first);
        _second = Vector256.Create(second);
    }

    /// <summary>Filters samples from the first to the last; the state goes on from call to call.</summary>
    /// <param name="source">The input.</param>
    /// <param name="destination">Receives the output; may be the input itself.</param>
    public void Forwards(ReadOnlySpan<double> source, Span<double> destination) =>
        Run(ref MemoryMarshal.GetReference(source), ref MemoryMarshal.GetReference(destination), 1, source.Length);

    /// <summary>Filters samples in place from the last to the first; the state goes on from call to call.</summary>
    public void Backwards(Span<double> samples)
    {
        if (!samples.IsEmpty)
        {
            ref double last = ref samples[^1];
            Run(ref last, ref last, -1, samples.Length);
        }
    }

    private void Run(ref double source, ref double destination, nint step, int count)
    {
        const int Skew = Lanes - 1;
        Vector256<double> b0 = _b0, b1 = _b1, b2 = _b2, a1 = _a1, a2 = _a2, first = _first, second = _second;
        Vector256<double> passed = default;
        int begun = Math.Min(Skew, count);
        for (int n = 0; n < begun; n++)
        {
            passed = Edge(WithInput(passed, Unsafe.Add(ref source, n * step)), n, count, ref first, ref second);
        }

        for (nint n = Skew; n < count; n++)
        {
            Vector256<double> input = WithInput(passed, Unsafe.Add(ref source, n * step));
            Vector256<double> output = (b0 * input) + first;
            first = ((b1 * input) - (a1 * output)) + second;
            second = (b2 * input) - (a2 * output);
            passed = Rotated(output);
            Unsafe.Add(ref destination, (n - Skew) * step) = passed.ToScalar();
        }

        for (int n = count; n < count + Skew; n++)
        {
            passed = Edge(WithInput(passed, 0), n, count, ref first, ref second);
            if (n >= Skew)
            {
                Unsafe.Add(ref destination, (n - Skew) * step) = passed.ToScalar();
            }
        }

        _first = first;
        _second = second;
    }

    /// <summary>One step where some lanes have not begun or have ended: those keep their states.</summary>
    private readonly Vector256<double> Edge(Vector256<double> input, int n, int count, ref Vector256<double> first, ref Vector256<double> second)
    {
        Vector256<double> sample = Vector256.Create((double)n) - Vector256.Create(0.0, 1, 2, 3);
        Vector256<double> working = Vector256.GreaterThanOrEqual(sample, Vector256<double>.Zero) & Vector256.LessThan(sample, Vector256.Create((double)count));
        Vector256<double> output = (_b0 * input) + first;
        first = Vector256.ConditionalSelect(working, ((_b1 * input) - (_a1 * output)) + second, first);
        second = Vector256.ConditionalSelect(working, (_b2 * input) - (_a2 * output), second);
        return Rotated(output);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Rotated(Vector256<double> output) => Vector256.Shuffle(output, Vector256.Create(3L, 0, 1, 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> WithInput(Vector256<double> passed, double input) =>
        Vector256.ConditionalSelect(Vector256.Create(-1L, 0, 0, 0).AsDouble(), Vector256.CreateScalarUnsafe(input), passed);
}
