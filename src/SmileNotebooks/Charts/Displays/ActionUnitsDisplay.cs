using SmileNotebooks;
using SmileNotebooks.Charts;

[assembly: Display(typeof(ActionUnits), typeof(ActionUnitsDisplay))]

namespace SmileNotebooks.Charts;

/// <summary>Shows action units as bars.</summary>
internal sealed class ActionUnitsDisplay : ValueDisplay<ActionUnits>
{
    protected override string? Render(ActionUnits value, string mimeType) =>
        FigureDisplay.RenderFigure(value.Bars(), mimeType);
}
