// What one cell put out, as a document keeps it: text of one stream that comes in many pieces is one output.
using System.Collections.Immutable;
using System.Text;

namespace SmileNotebooks.Host;

internal sealed class KeptOutputs
{
    private readonly List<CellOutput> _outputs = [];
    private readonly StringBuilder _text = new();
    private string _stream = "stdout";
    private bool _clearNext;

    public ImmutableArray<CellOutput> All
    {
        get
        {
            EndStream();
            return [.. _outputs];
        }
    }

    public void Add(CellOutput output)
    {
        if (output is ClearOutput { Wait: true })
        {
            _clearNext = true;
            return;
        }

        if (_clearNext || output is ClearOutput)
        {
            _outputs.Clear();
            _text.Clear();
            _clearNext = false;
        }

        if (output is ClearOutput)
        {
            return;
        }

        if (output is StreamOutput stream)
        {
            if (stream.Name != _stream)
            {
                EndStream();
                _stream = stream.Name;
            }

            _text.Append(stream.Text);
            return;
        }

        EndStream();
        _outputs.Add(output);
    }

    public void Replace(DisplayUpdate update)
    {
        for (int i = 0; i < _outputs.Count; i++)
        {
            if (_outputs[i] is DisplayOutput display && display.DisplayId == update.DisplayId)
            {
                _outputs[i] = display with { Data = update.Data };
            }
        }
    }

    private void EndStream()
    {
        if (_text.Length > 0)
        {
            _outputs.Add(new StreamOutput(_stream, _text.ToString()));
            _text.Clear();
        }
    }
}
