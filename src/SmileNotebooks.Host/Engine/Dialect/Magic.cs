// What every magic command (`#!name arguments`) says of itself.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>A magic command.</summary>
/// <param name="name">Its name, such as <c>#!time</c>.</param>
/// <param name="arguments">What it takes, as a person reads it; empty: nothing.</param>
/// <param name="summary">What it does, in one line.</param>
internal abstract class Magic(string name, string arguments, string summary)
{
    public string Name { get; } = name;

    public string Arguments { get; } = arguments;

    public string Summary { get; } = summary;

    /// <summary>Other spellings of the name.</summary>
    public virtual ImmutableArray<string> Aliases => [];

    /// <summary>True of a line that calls a magic command, known or not; <c>#!/bin/sh</c> is none.</summary>
    public static bool IsCall(string line) => line.Length > 2 && line.StartsWith("#!", StringComparison.Ordinal) && char.IsAsciiLetter(line[2]);

    /// <summary>The first word of a call.</summary>
    public static string NameOf(string line)
    {
        string call = line.Trim();
        int end = call.AsSpan().IndexOfAny(' ', '\t');
        return end < 0 ? call : call[..end];
    }

    /// <summary>What stands behind the first word of a call.</summary>
    public static string ArgumentsOf(string line) => line.Trim()[NameOf(line).Length..].Trim();
}

/// <summary>A magic command that does something where it stands.</summary>
/// <param name="name">Its name.</param>
/// <param name="arguments">What it takes.</param>
/// <param name="summary">What it does.</param>
internal abstract class CommandMagic(string name, string arguments, string summary) : Magic(name, arguments, summary)
{
    /// <exception cref="CellSourceException">It cannot be done; the message says why.</exception>
    public abstract Task RunAsync(MagicCall call);
}

/// <summary>A magic command that begins a part of the cell in another language.</summary>
/// <param name="language">The language of what follows.</param>
/// <param name="summary">What it does.</param>
/// <param name="aliases">Other spellings.</param>
internal sealed class LanguageMagic(string language, string summary, params string[] aliases) : Magic($"#!{language}", "", summary)
{
    public const string CSharp = CellLanguage.CSharp;

    public string Language { get; } = language;

    public override ImmutableArray<string> Aliases { get; } = [.. aliases];
}

/// <summary><c>#!time</c>: the engine reads it from the taken-apart cell.</summary>
internal sealed class TimeMagic() : Magic("#!time", "", "Says how long the whole cell took, as wall time.");
