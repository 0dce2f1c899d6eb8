// The elements of an inverse that lie in the pattern of a sparse Cholesky factor, at the cost of the factor.
namespace SmileNotebooks;

internal static unsafe class SelectedInverse
{
    /// <summary>
    /// Computes L⁻ᵀ W L⁻¹ on the pattern of the factor, from the last panel to the first (Takahashi's recursion, here with weights):
    /// it is the derivative of the weighted sum of the logarithms of L's diagonal, with half the weights in W. The random effects' weight is 2.
    /// </summary>
    public static void Compute(
        EliminationPlan plan, double[] factor, double[] target, double[] working, double fixedEffects, double response)
    {
        Array.Clear(target);
        fixed (double* panels = factor, inverse = target, scratch = working)
        {
            int last = plan.Nodes.Length - 1;
            InvertLast(panels, inverse, scratch, plan.Nodes[last], fixedEffects / 2, response / 2);
            for (int i = last - 1; i >= 0; i--)
            {
                InvertPanel(panels, inverse, scratch, plan.Nodes[i]);
            }
        }
    }

    private static void InvertLast(double* panels, double* inverse, double* scratch, EliminationNode node, double fixedEffects, double response)
    {
        int size = node.Width;
        new Span<double>(scratch, size * size).Clear();
        DensePanel.InvertTriangle(panels + node.Panel, node.Stride, scratch, size, size);
        for (int column = 0; column < size; column++)
        {
            for (int row = column; row < size; row++)
            {
                double sum = 0.0;
                for (int k = row; k < size; k++)
                {
                    sum += (k + 1 < size ? fixedEffects : response) * scratch[k + (row * size)] * scratch[k + (column * size)];
                }

                inverse[node.Panel + row + (column * size)] = sum;
            }
        }
    }

    private static void InvertPanel(double* panels, double* inverse, double* scratch, EliminationNode node)
    {
        int count = node.Rows.Length;
        int width = node.Width;
        double* triangle = scratch;
        double* solved = triangle + (width * width);
        double* gathered = solved + (count * width);
        double* panel = inverse + node.Panel;
        new Span<double>(scratch, (width * width) + (count * width)).Clear();
        DensePanel.InvertTriangle(panels + node.Panel, node.Stride, triangle, width, width);
        Gather(inverse, node, gathered);
        if (width <= 4)
        {
            InvertNarrow(panels, node, triangle, solved, gathered, panel);
            return;
        }

        // With K = L⁻¹ of the triangle and Y = (rows) K: the rows become -G Y, the triangle K'K - Y'(rows).
        DenseProduct.Add(solved, count, new(panels + node.Panel + width, node.Stride), new(triangle, width), count, width, width, 1);
        DenseProduct.Add(panel + width, node.Stride, new(gathered, count), new(solved, count), count, width, count, -1);
        DensePanel.AddGram(triangle, width, panel, node.Stride, width);
        DenseProduct.Add(
            panel, node.Stride, new(solved, count, true), new(panel + width, node.Stride), width, width, count, -1, lowerOnly: true);
    }

    private static void InvertNarrow(
        double* panels, EliminationNode node, double* triangle, double* solved, double* gathered, double* panel)
    {
        int count = node.Rows.Length;
        int width = node.Width;
        for (int column = 0; column < width; column++)
        {
            double* rows = solved + ((long)column * count);
            for (int k = column; k < width; k++)
            {
                DensePanel.AddMultiple(
                    rows, panels + node.Panel + width + ((long)k * node.Stride), count, triangle[k + (column * width)]);
            }

            double* target = panel + width + ((long)column * node.Stride);
            for (int k = 0; k < count; k++)
            {
                DensePanel.AddMultiple(target, gathered + ((long)k * count), count, -rows[k]);
            }
        }

        for (int column = 0; column < width; column++)
        {
            for (int row = column; row < width; row++)
            {
                double sum = 0.0;
                for (int k = row; k < width; k++)
                {
                    sum += triangle[k + (row * width)] * triangle[k + (column * width)];
                }

                double* rows = solved + ((long)row * count);
                double* products = panel + width + ((long)column * node.Stride);
                for (int k = 0; k < count; k++)
                {
                    sum -= rows[k] * products[k];
                }

                panel[row + ((long)column * node.Stride)] = sum;
            }
        }
    }

    /// <summary>Gathers the inverse of a node's rows, [rows, rows], both triangles, from the later panels.</summary>
    private static void Gather(double* inverse, EliminationNode node, double* gathered)
    {
        int count = node.Rows.Length;
        foreach (EliminationTarget target in node.Targets)
        {
            fixed (int* places = target.Places)
            {
                for (int column = target.From; column < target.To; column++)
                {
                    double* source = inverse + target.Node.Panel + ((long)places[column - target.From] * target.Node.Stride);
                    for (int row = column; row < count; row++)
                    {
                        double value = source[places[row - target.From]];
                        gathered[row + ((long)column * count)] = value;
                        gathered[column + ((long)row * count)] = value;
                    }
                }
            }
        }
    }
}
