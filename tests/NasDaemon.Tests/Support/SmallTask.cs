namespace NasDaemon.Tests.Support;

/// <summary>A real task that takes seconds.</summary>
internal static class SmallTask
{
    public static string Yaml(string name = "small", int trials = 4, int epochs = 2, string strategy = "random") => $$"""
        name: {{name}}
        dataset: { name: mnist, validation: 0.25 }
        search: { space: chain, strategy: {{strategy}} }
        constraints: { max_parameters: 30000, max_flops: 1M }
        training:
          epochs: {{epochs}}
          batch_size: 32
          optimizer: { name: adamw, lr: 0.01 }
        budget: { trials: {{trials}} }
        final: { finalists: 1, epochs: 2 }
        seed: 7

        """;
}
