// Waits for what other threads bring about.
namespace SmileNotebooks.Host.Tests.Jupyter.Zmtp;

internal static class Eventually
{
    /// <summary>Returns when something holds; fails if it does not within 20 s.</summary>
    public static async Task HoldsAsync(Func<bool> condition, string what)
    {
        for (DateTime end = DateTime.UtcNow.AddSeconds(20); DateTime.UtcNow < end;)
        {
            if (condition())
            {
                return;
            }

            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"Not within 20 s: {what}");
    }
}
