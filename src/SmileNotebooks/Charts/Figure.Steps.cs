// Figures that answer: a figure of each value of a parameter, computed beforehand, with Plotly's own slider, drop-down or play button.
namespace SmileNotebooks.Charts;

public sealed partial record Figure
{
    /// <summary>A figure with a slider: <c>Figure.Slider("amplitude", [0, .5, 1], amplitude => Curve(amplitude))</c>. The figures are made now, one a value, and the page holds
    /// what differs between them; nothing is computed when the slider moves.</summary>
    /// <remarks>Axes are the same at all steps: ranges that the figures give are united, others span the data of all steps. So are height and margins. Title, words, lines and
    /// shapes change with the step.</remarks>
    /// <param name="parameter">What the slider sets, in words: they stand before the value.</param>
    /// <param name="values">The values, in the order of the slider; at least one.</param>
    /// <param name="figureFor">The figure of a value: the same kinds of traces in the same order at each.</param>
    /// <param name="options">Unit, first step shown, labels.</param>
    /// <typeparam name="T">Numbers or texts.</typeparam>
    /// <returns>The figure of the shown step with a frame for each.</returns>
    /// <exception cref="ArgumentException">No value, two steps of one label, figures of different kinds of traces, or figures with frames of their own.</exception>
    public static Figure Slider<T>(string parameter, IEnumerable<T> values, Func<T, Figure> figureFor, StepOptions? options = null) =>
        SteppedFigure.Make(SteppedFigure.StepsOf(values, figureFor, options ??= new()), options).WithSlider(parameter, play: null);

    /// <summary>A figure with a drop-down: <c>Figure.Choice("muscle", muscles, muscle => Course(muscle))</c>.</summary>
    /// <param name="parameter">What is chosen, in words: for those who cannot see the drop-down.</param>
    /// <param name="values">What there is to choose from, in order; at least one.</param>
    /// <param name="figureFor">The figure of a choice.</param>
    /// <param name="options">First choice shown, labels.</param>
    /// <inheritdoc cref="Slider{T}(string, IEnumerable{T}, Func{T, Figure}, StepOptions?)"/>
    public static Figure Choice<T>(string parameter, IEnumerable<T> values, Func<T, Figure> figureFor, StepOptions? options = null) =>
        SteppedFigure.Make(SteppedFigure.StepsOf(values, figureFor, options ??= new()), options).WithMenu(parameter);

    /// <summary>A figure that moves: a slider with a button that plays its steps, and one that stops.</summary>
    /// <param name="parameter">What moves, in words, such as <c>time</c>.</param>
    /// <param name="values">The values, in order; at least one.</param>
    /// <param name="figureFor">The figure of a value.</param>
    /// <param name="options">Unit, first step shown, labels, seconds a step.</param>
    /// <inheritdoc cref="Slider{T}(string, IEnumerable{T}, Func{T, Figure}, StepOptions?)"/>
    public static Figure Animation<T>(string parameter, IEnumerable<T> values, Func<T, Figure> figureFor, StepOptions? options = null) =>
        SteppedFigure.Make(SteppedFigure.StepsOf(values, figureFor, options ??= new()), options).WithSlider(parameter, options.SecondsPerStep);
}
