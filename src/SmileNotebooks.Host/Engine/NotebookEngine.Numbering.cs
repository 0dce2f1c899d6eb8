// A kernel counts only the cells that front ends want counted; error messages must call them by the same number.
namespace SmileNotebooks.Host;

public sealed partial class NotebookEngine
{
    /// <summary>Sets the number of the next cell.</summary>
    internal void NumberNext(int number) => _cells = number - 1;
}
