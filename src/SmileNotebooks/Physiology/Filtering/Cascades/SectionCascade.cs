// Running a signal through any number of sections.
namespace SmileNotebooks;

/// <summary>The sections of a filter with their states, in banks of four. Not shared between threads.</summary>
internal sealed class SectionCascade
{
    private readonly SectionBank[] _banks;
    private readonly double[] _first;
    private readonly double[] _second;

    public SectionCascade(ReadOnlySpan<SecondOrderSection> sections)
    {
        _banks = new SectionBank[(sections.Length + SectionBank.Lanes - 1) / SectionBank.Lanes];
        _first = new double[_banks.Length * SectionBank.Lanes];
        _second = new double[_first.Length];
        double scale = 1;
        for (int index = 0; index < sections.Length; index++)
        {
            (double first, double second) = sections[index].SteadyState();
            (_first[index], _second[index]) = (scale * first, scale * second);
            scale *= sections[index].GainAtZero;
        }

        for (int bank = 0; bank < _banks.Length; bank++)
        {
            int start = bank * SectionBank.Lanes;
            _banks[bank] = new SectionBank(sections.Slice(start, Math.Min(SectionBank.Lanes, sections.Length - start)));
        }
    }

    /// <summary>Goes to the state after a constant input that began long ago; 0 is rest.</summary>
    public void Settle(double input)
    {
        Span<double> first = stackalloc double[SectionBank.Lanes];
        Span<double> second = stackalloc double[SectionBank.Lanes];
        for (int bank = 0; bank < _banks.Length; bank++)
        {
            for (int lane = 0; lane < SectionBank.Lanes; lane++)
            {
                int index = (bank * SectionBank.Lanes) + lane;
                (first[lane], second[lane]) = (_first[index] * input, _second[index] * input);
            }

            _banks[bank].SetState(first, second);
        }
    }

    public void Forwards(ReadOnlySpan<double> source, Span<double> destination)
    {
        _banks[0].Forwards(source, destination);
        foreach (ref SectionBank bank in _banks.AsSpan(1))
        {
            bank.Forwards(destination, destination);
        }
    }

    public void Backwards(Span<double> samples)
    {
        foreach (ref SectionBank bank in _banks.AsSpan())
        {
            bank.Backwards(samples);
        }
    }
}
