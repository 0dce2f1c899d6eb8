// What must hold in a graph before any operator is translated.
namespace TfLiteToOnnx.Model;

/// <summary>Indices are valid, each tensor is made once, and none is used before it is made.</summary>
internal static class GraphRules
{
    private const int Absent = -1;

    public static void Check(TfLiteModel model)
    {
        bool[] made = new bool[model.Tensors.Length];
        foreach (Tensor tensor in model.Tensors)
        {
            made[tensor.Index] = tensor.IsConstant;
        }

        CheckInputs(model, made);
        foreach (Operator step in model.Operators)
        {
            CheckOperator(model, step, made);
        }

        CheckOutputs(model, made);
    }

    private static void CheckInputs(TfLiteModel model, bool[] made)
    {
        foreach (int input in model.Inputs)
        {
            MakeOnce(model, input, made, "graph inputs");
        }
    }

    private static void CheckOperator(TfLiteModel model, Operator step, bool[] made)
    {
        foreach (int input in step.Inputs)
        {
            if (input != Absent)
            {
                CheckIndex(model, input, $"{step} inputs");
                CheckMade(model, input, made, $"{step} inputs");
            }
        }

        if (step.Outputs.Length == 0)
        {
            throw new TfLiteFormatException($"{step} outputs", "none", "at least one");
        }

        foreach (int output in step.Outputs)
        {
            MakeOnce(model, output, made, $"{step} outputs");
        }
    }

    private static void CheckOutputs(TfLiteModel model, bool[] made)
    {
        if (model.Outputs.Length == 0)
        {
            throw new TfLiteFormatException("graph outputs", "none", "at least one");
        }

        HashSet<int> seen = [.. model.Inputs];
        foreach (int output in model.Outputs)
        {
            CheckIndex(model, output, "graph outputs");
            CheckMade(model, output, made, "graph outputs");
            if (!seen.Add(output) || model.Tensors[output].IsConstant)
            {
                throw new TfLiteFormatException("graph outputs", $"{model.Tensors[output]} again, as input or as constant", "tensors that operators make, once each");
            }
        }
    }

    private static void MakeOnce(TfLiteModel model, int index, bool[] made, string place)
    {
        CheckIndex(model, index, place);
        if (made[index])
        {
            throw new TfLiteFormatException(place, $"{model.Tensors[index]}, which exists already", "a tensor that nothing else makes");
        }

        made[index] = true;
    }

    private static void CheckMade(TfLiteModel model, int index, bool[] made, string place)
    {
        if (!made[index])
        {
            throw new TfLiteFormatException(place, $"{model.Tensors[index]}, which nothing has made yet", "a constant, a graph input or an earlier operator's output");
        }
    }

    private static void CheckIndex(TfLiteModel model, int index, string place)
    {
        if (index < 0 || index >= model.Tensors.Length)
        {
            throw new TfLiteFormatException(place, $"tensor {index}", $"one of the {model.Tensors.Length} tensors");
        }
    }
}
