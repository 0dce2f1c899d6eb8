namespace SmileNotebooks;

/// <summary>Small, smooth, seeded motion of a head: each of x, y, yaw, pitch and roll is a mean of three sines of 0.1 to 0.6 Hz, so none exceeds its limit.</summary>
internal sealed class HeadSway
{
    private const int Axes = 5, Sines = 3;
    private const double Slowest = 0.1, Fastest = 0.6;

    private readonly (double Frequency, double Phase)[] _sines = new (double, double)[Axes * Sines];
    private readonly double _shift;
    private readonly double _turn;

    public HeadSway(double shift, double turn, ulong seed)
    {
        (_shift, _turn) = (shift, turn);

        // The first stream of the seed; frames take the next ones for their noise.
        RandomStream random = new(seed);
        for (int i = 0; i < _sines.Length; i++)
        {
            _sines[i] = (Slowest + ((Fastest - Slowest) * random.NextDouble()), Math.Tau * random.NextDouble());
        }
    }

    public HeadMotion At(double time) => _shift == 0 && _turn == 0
        ? HeadMotion.None
        : new HeadMotion(_shift * Axis(0, time), _shift * Axis(1, time), 1, _turn * Axis(2, time), _turn * Axis(3, time), _turn * Axis(4, time));

    private double Axis(int axis, double time)
    {
        double sum = 0;
        for (int i = 0; i < Sines; i++)
        {
            (double frequency, double phase) = _sines[(axis * Sines) + i];
            sum += Math.Sin((Math.Tau * frequency * time) + phase);
        }

        return sum / Sines;
    }
}
