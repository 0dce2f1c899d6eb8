namespace SmileNotebooks;

/// <summary>Which wave of the friend a naive model of contagion looks at.</summary>
public enum AlterWave
{
    /// <summary>The same wave, with the wave before of both held constant, as in Christakis and Fowler (2007) and Fowler and Christakis (2008).</summary>
    Same,

    /// <summary>The wave before, with the person's own held constant.</summary>
    Before,
}
