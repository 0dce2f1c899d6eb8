// A cell's exception as a person reads it: the exception and its causes, each with the frames that matter and the cell's lines.
using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace SmileNotebooks.Host;

internal static partial class ExceptionReport
{
    private const int MostFrames = 30;
    private const int MostCauses = 10;

    // Front ends and notebook files hold it twice, as the message and in the traceback.
    private const int LongestMessage = 20_000;

    public static ErrorOutput Of(Exception exception) =>
        new(NameOf(exception.GetType()), MessageOf(exception), [.. Lines(exception)]);

    /// <summary>The lines of an exception: its message, frames and causes.</summary>
    public static IEnumerable<string> Lines(Exception exception)
    {
        int causes = 0;
        Queue<(Exception Exception, string Lead)> queue = new([(exception, "")]);
        while (queue.TryDequeue(out (Exception Exception, string Lead) next) && causes++ < MostCauses)
        {
            yield return $"{next.Lead}{NameOf(next.Exception.GetType())}: {MessageOf(next.Exception)}";
            foreach (string frame in Frames(next.Exception))
            {
                yield return frame;
            }

            IEnumerable<Exception?> inner = next.Exception is AggregateException many ? many.InnerExceptions : new[] { next.Exception.InnerException };
            foreach (Exception cause in inner.OfType<Exception>())
            {
                queue.Enqueue((cause, "caused by "));
            }
        }
    }

    /// <summary>A type's name as the cell knows it: without the class that a cell compiles to.</summary>
    public static string NameOf(Type type) => CellClass().Replace(type.FullName ?? type.Name, "").Replace('+', '.');

    /// <summary>What an exception says, cut where it is beyond reading; one that throws from its own Message is told so.</summary>
    public static string MessageOf(Exception exception)
    {
        try
        {
            string message = exception.Message;
            return message.Length <= LongestMessage ? message
                : FormattableString.Invariant($"{message[..LongestMessage]}... ({message.Length - LongestMessage:#,0} characters more)");
        }
        catch (Exception e)
        {
            return $"(its Message threw {e.GetType().Name})";
        }
    }

    private static IEnumerable<string> Frames(Exception exception)
    {
        int shown = 0;
        StackFrame[] frames = [.. new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(IsOfInterest)];
        foreach (StackFrame frame in frames)
        {
            // A deep recursion: its first and last frames tell enough.
            if (++shown > MostFrames && frames.Length - shown >= MostFrames / 3)
            {
                if (shown == MostFrames + 1)
                {
                    yield return $"   ... {frames.Length - MostFrames - (MostFrames / 3)} more frames ...";
                }

                continue;
            }

            yield return Line(frame);
        }
    }

    private static bool IsOfInterest(StackFrame frame)
    {
        MethodBase? method = frame.GetMethod();
        string? type = method?.DeclaringType?.FullName;
        return method is not null && method.Name != "<Factory>" && type is not null
            && !type.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal)
            && !type.StartsWith("System.Runtime.ExceptionServices.", StringComparison.Ordinal)
            && !type.StartsWith("SmileNotebooks.Host.", StringComparison.Ordinal);
    }

    private static string Line(StackFrame frame)
    {
        MethodBase method = frame.GetMethod()!;
        string name = MethodName(method);
        string? file = frame.GetFileName();
        if (file is not null && file.StartsWith("cell ", StringComparison.Ordinal))
        {
            return $"   at {file}, line {frame.GetFileLineNumber()}{(name.Length == 0 ? "" : $" in {name}")}";
        }

        return $"   at {(name.Length == 0 ? "a cell" : name)}{(file is null ? "" : $" in {Path.GetFileName(file)}, line {frame.GetFileLineNumber()}")}";
    }

    // `Submission#3.<<Initialize>>d__0.MoveNext` is the cell itself (empty), `<<Initialize>>g__Area|0_1` its function Area,
    // `<LoadAsync>d__7.MoveNext` the method LoadAsync.
    private static string MethodName(MethodBase method)
    {
        Type type = method.DeclaringType!;
        bool stateMachine = type.Name.StartsWith('<') && type.Name.Contains(">d", StringComparison.Ordinal);
        string name = stateMachine ? type.Name : method.Name;
        string owner = NameOf((stateMachine || type.Name.StartsWith('<')) && type.DeclaringType is { } outer ? outer : type);
        if (GeneratedName().Match(name) is { Success: true } generated)
        {
            string local = generated.Groups["local"].Value;
            string lambda = name.Contains(">b__", StringComparison.Ordinal) ? "a lambda" : "";
            string within = generated.Groups["method"].Value.Trim('<', '>');
            name = local.Length > 0 ? local : lambda.Length > 0 ? lambda : within == "Initialize" ? "" : within;
        }

        return name is ".ctor" ? $"new {owner}()" : name.Length == 0 ? "" : owner.Length == 0 || name == "a lambda" ? name : $"{owner}.{name}";
    }

    [GeneratedRegex(@"^Submission#\d+\+?")]
    private static partial Regex CellClass();

    [GeneratedRegex(@"^<(?<method>.*)>[a-z]_?_?(?<local>[\p{L}_][^|]*)?(\||\d|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex GeneratedName();
}
