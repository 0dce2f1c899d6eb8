using System.Text.Json.Nodes;

namespace SystemTests;

/// <summary>axe-core (https://github.com/dequelabs/axe-core), run inside a page.</summary>
internal static class Axe
{
    private const string Run = """
        axe.run(document, { resultTypes: ['violations'] }).then(({ violations, passes }) => JSON.stringify({
          passes: passes.length,
          violations: violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`) })),
        }))
        """;

    /// <summary>Fails with what axe-core complains of.</summary>
    public static async Task AssertNoViolationAsync(ChromiumPage page)
    {
        await page.EvaluateAsync<bool>($"{await File.ReadAllTextAsync(Repository.PathOf("node_modules", "axe-core", "axe.min.js"), TestContext.Current.CancellationToken)}; true");
        JsonObject found = JsonNode.Parse(await page.EvaluateAsync<string>(Run))!.AsObject();

        TestContext.Current.TestOutputHelper?.WriteLine(found["violations"]!.ToString());
        Assert.True((int)found["passes"]! > 10, "axe-core has looked at the page.");
        Assert.Empty(found["violations"]!.AsArray());
    }
}
