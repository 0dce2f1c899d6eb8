using Spectre.Console;

namespace SmileNotebooks.Host.Tool.Notebooks;

/// <summary>
/// The bar of one notebook: over its cells, with the running cell's first line, or the state of the cell's own progress bar.
/// Where no terminal is, it draws nothing.
/// </summary>
/// <param name="title">What the notebook is called.</param>
/// <param name="bars">The bars on the terminal; null where there is none.</param>
internal sealed class NotebookBar(string title, ProgressContext? bars)
{
    private const int LineLength = 48;

    private ProgressTask? _task;
    private CellProgress? _cell;
    private string? _ownBar;

    /// <summary>A cell begins.</summary>
    public void Begin(CellProgress cell)
    {
        if (bars is null)
        {
            return;
        }

        _task ??= bars.AddTask(Markup.Escape(title));
        _task.MaxValue = cell.Count;
        _task.Value = cell.Index;
        (_cell, _ownBar) = (cell, null);
        ShowFirstLine();
    }

    /// <summary>The cell puts something out: only what a progress bar says is shown, and no more once it has come to its end.</summary>
    public void Show(CellOutput output)
    {
        (MimeBundle? data, string? id) = output switch
        {
            DisplayOutput display => (display.Data, display.DisplayId),
            DisplayUpdate update => (update.Data, update.DisplayId),
            _ => ((MimeBundle?)null, (string?)null),
        };
        if (_task is null || data is null)
        {
            return;
        }

        if (ProgressBar.LiveText(data) is { } state)
        {
            _ownBar = id;
            Describe(state);
        }
        else if (id is not null && id == _ownBar)
        {
            _ownBar = null;
            ShowFirstLine();
        }
    }

    /// <summary>The notebook has ended.</summary>
    public void Done()
    {
        if (_task is not null)
        {
            _task.Value = _task.MaxValue;
            _task.StopTask();
        }
    }

    private void ShowFirstLine()
    {
        string line = _cell!.FirstLine;
        Describe(line.Length > LineLength ? line[..LineLength] + "…" : line);
    }

    private void Describe(string state) => _task!.Description = Markup.Escape($"{title}  {_cell!.Index + 1}/{_cell.Count}  {state}");
}
