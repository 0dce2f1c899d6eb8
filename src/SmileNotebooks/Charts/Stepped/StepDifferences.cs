// What differs between the states of a part of a figure, as JSON: all that a page needs to go from any of them to any other.
using System.Text.Json.Nodes;

namespace SmileNotebooks.Charts;

/// <summary>Compares states of one part.</summary>
internal static class StepDifferences
{
    /// <summary>Lists of parts: plotly.js merges them part by part when it shows a frame, and takes none away.</summary>
    private static readonly string[] Lists = ["annotations", "shapes", "images"];

    /// <summary>For each state its own values of what is not the same in all. What a state does not set is null: for plotly.js, its default.</summary>
    public static JsonObject[] Of(IReadOnlyList<JsonObject?> states)
    {
        JsonObject[] differences = [.. states.Select(_ => new JsonObject())];
        foreach (string key in states.SelectMany(state => state?.Select(pair => pair.Key) ?? []).Distinct())
        {
            JsonNode?[] values = [.. states.Select(state => state?[key])];
            if (values.All(value => JsonNode.DeepEquals(value, values[0])))
            {
                continue;
            }

            JsonNode?[] own = Lists.Contains(key) && values.All(value => value is null or JsonArray) ? OfLists([.. values.Select(value => value as JsonArray)])
                : values.All(value => value is null or JsonObject) ? Of([.. values.Select(value => value as JsonObject)])
                : [.. values.Select(value => value?.DeepClone())];
            foreach ((JsonObject difference, JsonNode? value) in differences.Zip(own))
            {
                difference[key] = value;
            }
        }

        return differences;
    }

    /// <summary>Lists of different lengths: where one has no part, an unseen one stands.</summary>
    private static JsonNode?[] OfLists(JsonArray?[] lists)
    {
        int length = lists.Max(list => list?.Count ?? 0);
        JsonArray[] differences = [.. lists.Select(_ => new JsonArray())];
        for (int at = 0; at < length; at++)
        {
            JsonObject[] parts = Of([.. lists.Select(list => at < (list?.Count ?? 0) ? list![at]!.AsObject() : new JsonObject { ["visible"] = false })]);
            foreach ((JsonArray difference, JsonObject part) in differences.Zip(parts))
            {
                difference.Add((JsonNode)part);
            }
        }

        return differences;
    }
}
