namespace SmileNotebooks.Host;

/// <summary><c>#!reset</c>: begins anew in the same process.</summary>
internal sealed class ResetMagic() : CommandMagic("#!reset", "", "Drops all variables, types and references; says how much memory they kept.")
{
    private const double Megabyte = 1e6;

    public override async Task RunAsync(MagicCall call)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        await call.Interpreter.Engine.StartAnewAsync().ConfigureAwait(false);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        call.Show(Formatting.Bundle(
            FormattableString.Invariant($"All variables, types and references are dropped. Kept before: {before / Megabyte:0.0} MB, now: {after / Megabyte:0.0} MB."), []));
    }
}
