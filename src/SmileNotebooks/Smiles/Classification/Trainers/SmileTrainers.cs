using System.Collections.Immutable;

namespace SmileNotebooks;

/// <summary>The trainers that come with this library.</summary>
public static class SmileTrainers
{
    /// <summary>All of them, the default first.</summary>
    public static ImmutableArray<ISmileTrainer> All { get; } = [new ElasticNetTrainer(), new RbfTrainer()];

    /// <summary>The trainer of a name.</summary>
    /// <param name="name">As "elastic-net".</param>
    /// <exception cref="ArgumentException">There is none; the message lists those that there are.</exception>
    public static ISmileTrainer Named(string name) =>
        All.FirstOrDefault(trainer => trainer.Name == name)
        ?? throw new ArgumentException($"There is no trainer '{name}'; there are {string.Join(" and ", All.Select(trainer => $"'{trainer.Name}'"))}.", nameof(name));
}
