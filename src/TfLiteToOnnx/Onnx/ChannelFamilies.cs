// Which images of a graph must have the same number of channels, and which may have more than they do.
namespace TfLiteToOnnx.Onnx;

/// <summary>Disjoint sets of values (Tarjan, 1975), each of which may be widened as a whole or not at all.</summary>
internal sealed class ChannelFamilies
{
    private readonly Dictionary<string, int> _channels = [];
    private readonly Dictionary<string, string> _parents = [];
    private readonly HashSet<string> _excluded = [];

    public void SetChannels(string value, int count) => _channels[value] = count;

    /// <summary>The channels that an image has in the model; null for what is not known to be an image.</summary>
    public int? Channels(string value) => _channels.TryGetValue(value, out int count) ? count : null;

    /// <summary>States that two values are widened together or not at all.</summary>
    public void Join(string a, string b)
    {
        string first = Root(a), second = Root(b);
        if (first != second)
        {
            _parents[second] = first;
            if (_excluded.Contains(second))
            {
                _excluded.Add(first);
            }
        }
    }

    /// <summary>States that a value, and so its family, is not to be widened.</summary>
    public void Exclude(string value) => _excluded.Add(Root(value));

    public bool IsExcluded(string value) => _excluded.Contains(Root(value));

    private string Root(string value)
    {
        string root = value;
        while (_parents.TryGetValue(root, out string? parent))
        {
            root = parent;
        }

        // The path is shortened, or a long chain would be walked again and again.
        while (value != root)
        {
            (string next, _parents[value]) = (_parents[value], root);
            value = next;
        }

        return root;
    }
}
