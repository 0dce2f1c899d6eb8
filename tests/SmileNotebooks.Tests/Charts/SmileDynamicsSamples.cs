// Figures and values of smiles in time, for the tests that draw them.
using SmileNotebooks.Charts;
using SmileNotebooks.Tests.Smiles;

namespace SmileNotebooks.Tests.Charts;

/// <summary>Samples of smiles in time; all simulated.</summary>
internal static class SmileDynamicsSamples
{
    private static readonly SmileScene s_scene = new()
    {
        Smiles = [new(1, 0.8, 1, 1.2, 0.15) { CheekDelay = 0.12 }, new(5.5, 1.6, 1.5, 2, 0.2) { CheekDelay = 0.05 }],
        Seconds = 11.5,
        Noise = 0.002,
        LeftShare = 0.56,
        Blinks = [0.3, 7.6],
        Added = time => 0.08 * (SceneSmile.Rise((time - 4.4) / 0.2) - SceneSmile.Rise((time - 4.7) / 0.2)),
    };

    /// <summary>Two smiles and a twitch.</summary>
    public static SmileDynamics Two { get; } = SmileDynamics.Measure(s_scene.At(30) with { Clip = "interview.mp4" });

    /// <summary>Values by name.</summary>
    public static IReadOnlyDictionary<string, object> Values { get; } = new Dictionary<string, object>
    {
        ["smiles"] = Two,
        ["smile"] = Two.Episodes[0],
        ["no smile"] = SmileDynamics.Measure(new SmileScene { Smiles = [] }.At(30)),
        ["cut"] = SmileDynamics.Measure(new SmileScene { Smiles = [new(-0.5, 1, 2, 1, 0.15), new(4.5, 0.8, 3, 1, 0.12)], Seconds = 6.5 }.At(25)),
        ["AU12"] = SmileDynamics.Measure(s_scene.At(30), new() { Signal = SmileSignal.AU12 }),
    };

    /// <summary>Figures by name.</summary>
    public static IReadOnlyDictionary<string, Figure> Figures { get; } = new Dictionary<string, Figure>
    {
        ["smiles"] = Two.ToFigure(),
        ["overlay"] = new[] { Two }.Overlay(),
        ["overlay of many"] = Enumerable.Range(1, 12).Select(i => SmileDynamics.Measure((s_scene with { Smiles = [new(1, 0.5 + (0.1 * i), 1, 1.2, 0.08 + (0.01 * i))] }).At(30, (ulong)i))).Overlay(),
        ["nothing"] = SmileDynamics.Measure(s_scene.On([])).ToFigure(),
    };
}
