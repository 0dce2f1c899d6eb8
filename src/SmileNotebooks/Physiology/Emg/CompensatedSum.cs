namespace SmileNotebooks;

/// <summary>A sum whose error does not grow with the number of summands (Neumaier, 1974, Zeitschrift für Angewandte Mathematik und Mechanik 54, 39). A mutable structure.</summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _lost;

    /// <summary>The sum so far.</summary>
    public readonly double Value => _sum + _lost;

    public void Add(double value)
    {
        double sum = _sum + value;
        _lost += Math.Abs(_sum) >= Math.Abs(value) ? _sum - sum + value : value - sum + _sum;
        _sum = sum;
    }
}
