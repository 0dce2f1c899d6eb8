// The process's console while cells run: what a cell writes goes to that cell, everything else where it went before.
using System.Text;

namespace SmileNotebooks.Host;

internal static class CellConsole
{
    private static readonly Lock s_lock = new();
    private static TextWriter? s_out;
    private static TextWriter? s_error;
    private static TextReader? s_in;

    /// <summary>Called before each cell, since a cell may have replaced the console's writers and not put them back.</summary>
    public static void Install()
    {
        UnhandledErrors.Install();
        lock (s_lock)
        {
            if (Console.Out != (s_out ??= TextWriter.Synchronized(new RoutingWriter("stdout", Console.Out))))
            {
                Console.SetOut(s_out);
            }

            if (Console.Error != (s_error ??= TextWriter.Synchronized(new RoutingWriter("stderr", Console.Error))))
            {
                Console.SetError(s_error);
            }

            if (Console.In != (s_in ??= TextReader.Synchronized(new RoutingReader(Console.In))))
            {
                Console.SetIn(s_in);
            }
        }
    }

    private sealed class RoutingWriter(string name, TextWriter original) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write([value]);

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(ReadOnlySpan<char> buffer)
        {
            if (CellContext.Current is { } cell)
            {
                cell.Write(name, buffer);
            }
            else
            {
                original.Write(buffer);
            }
        }

        // One write a line, so that lines of several threads are not mixed.
        public override void WriteLine(string? value) => Write(value + "\n");

        public override void WriteLine() => Write("\n");

        public override void Flush()
        {
            if (CellContext.Current is { } cell)
            {
                cell.Flush();
            }
            else
            {
                original.Flush();
            }
        }
    }

    private sealed class RoutingReader(TextReader original) : TextReader
    {
        // What is left of the line that a cell reads letter by letter. The next cell is not given the rest of it.
        private CellContext? _reader;
        private string _line = "";
        private int _position;

        public override string? ReadLine()
        {
            if (CellContext.Current is not { } cell)
            {
                return original.ReadLine();
            }

            string? line = HasRest(cell) ? _line[_position..^1] : Ask(cell);
            _line = "";
            return line;
        }

        public override int Peek() => Next(advance: false);

        public override int Read() => Next(advance: true);

        private int Next(bool advance)
        {
            if (CellContext.Current is not { } cell)
            {
                return advance ? original.Read() : original.Peek();
            }

            if (!HasRest(cell))
            {
                if (Ask(cell) is not { } line)
                {
                    return -1;
                }

                (_reader, _line, _position) = (cell, line + "\n", 0);
            }

            return advance ? _line[_position++] : _line[_position];
        }

        private bool HasRest(CellContext cell) => _reader == cell && _position < _line.Length;

        private static string? Ask(CellContext cell)
        {
            cell.Flush();
            Func<string?> readLine = cell.ReadLine ?? throw new InvalidOperationException(
                "The cell reads from the console, but nobody can type here. Give the value as a variable of a cell tagged `parameters`.");
            return readLine();
        }
    }
}
