// Runs the parts of a cell in order, and of the files that it imports.
using System.Collections.Immutable;

namespace SmileNotebooks.Host;

/// <summary>Runs one cell of a notebook.</summary>
/// <param name="engine">The notebook.</param>
/// <param name="context">Where output goes.</param>
internal sealed class CellInterpreter(NotebookEngine engine, CellContext context)
{
    public CellContext Context => context;

    public NotebookEngine Engine => engine;

    /// <summary>The notebook's folder.</summary>
    public string Folder => engine.Folder;

    /// <summary>Runs a taken-apart cell.</summary>
    /// <param name="source">The parts.</param>
    /// <param name="file">The cell that they are of.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <returns>The value of the last part's trailing expression; null if there is none.</returns>
    public async Task<object?> RunAsync(CellSource source, SourceFile file, CancellationToken cancellation)
    {
        object? value = null;
        foreach (CellSegment segment in source.Segments)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (segment)
            {
                case MarkupSegment markup:
                    context.Put(new DisplayOutput(Formatting.Markup(markup.Language, markup.Text)));
                    break;
                case CommandSegment command:
                    await command.Command.RunAsync(new MagicCall(command.Arguments, command.Line, this, file, cancellation)).ConfigureAwait(false);
                    break;
                case CodeSegment code:
                    value = await RunCodeAsync(code, file, cancellation).ConfigureAwait(false);
                    break;
            }
        }

        return value;
    }

    /// <summary>Runs the C# of a notebook or script.</summary>
    /// <param name="name">Its path, as the code that imports it says it.</param>
    /// <param name="importer">The cell or file that names it.</param>
    /// <param name="line">The line there.</param>
    /// <param name="cancellation">Interrupts it.</param>
    /// <exception cref="CellSourceException">The file cannot be imported.</exception>
    /// <exception cref="ImportedCodeException">Code in the file failed before it ran.</exception>
    public async Task ImportAsync(string name, SourceFile importer, int line, CancellationToken cancellation)
    {
        foreach (SourceFile file in ImportedFile.Read(name, importer, Folder, line))
        {
            await RunImportedAsync(file, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Runs code that is no cell of the notebook; what it ends in is shown.</summary>
    public async Task RunImportedAsync(SourceFile file, CancellationToken cancellation)
    {
        try
        {
            await RunAsync(CellSource.Parse(file.Text), file, cancellation).ConfigureAwait(false);
        }
        catch (CellSourceException error)
        {
            throw new ImportedCodeException(CompileErrors.Report(error, file));
        }
    }

    private async Task<object?> RunCodeAsync(CodeSegment code, SourceFile file, CancellationToken cancellation)
    {
        await FollowAsync(code.Directives, file, cancellation).ConfigureAwait(false);
        Submission submission = engine.Chain.Compile(code.Text, file.Name, engine.References.All, cancellation);
        object? value = submission.Entry is null ? null : await submission.Entry(engine.Chain.States).ConfigureAwait(false);
        if (value is not (null or DisplayedValue) || (value is null && submission.EndsInValue))
        {
            MimeBundle bundle = Formatting.Bundle(value, []);
            context.Put(file.ImportedBy.IsEmpty ? new ResultOutput(bundle) : new DisplayOutput(bundle));
        }

        return value;
    }

    private async Task FollowAsync(ImmutableArray<CellDirective> directives, SourceFile file, CancellationToken cancellation)
    {
        await engine.Packages.AddAsync(directives, file, this, cancellation).ConfigureAwait(false);
        foreach (CellDirective directive in directives)
        {
            if (directive.Kind == DirectiveKind.Load)
            {
                await ImportAsync(directive.Value, file, directive.Line, cancellation).ConfigureAwait(false);
            }
            else if (directive.Kind == DirectiveKind.Reference && !PackageRequest.IsOne(directive.Value))
            {
                await ReferenceAsync(directive, file).ConfigureAwait(false);
            }
        }
    }

    private async Task ReferenceAsync(CellDirective directive, SourceFile file)
    {
        string? warning = ProjectReference.IsOne(directive.Value)
            ? engine.References.AddFile(directive.Value, await ProjectReference.BuildAsync(directive, file.PathOf(directive.Value, Folder), context).ConfigureAwait(false), directive.Line)
            : engine.References.Add(directive.Value, file, Folder, directive.Line);
        if (warning is not null)
        {
            context.Put(new StreamOutput("stderr", warning));
        }
    }
}

/// <summary>Imported code that cannot be compiled or taken apart; the report names its file and line.</summary>
internal sealed class ImportedCodeException(ErrorOutput report) : Exception(report.Message)
{
    public ErrorOutput Report { get; } = report;
}
