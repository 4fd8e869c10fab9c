namespace NasDaemon.Testing.Tables;

/// <summary>Tasks that the table of NAS-Bench-201 answers.</summary>
public static class TableTasks
{
    /// <summary>A task whose trainings and final trainings have 200 epochs.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="strategy">The strategy, as in a task file.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="trainings">The budget.</param>
    /// <returns>The task file.</returns>
    public static string Yaml(string dataset, string strategy, int seed, int trainings) => $$"""
        dataset: {{dataset}}
        search: { space: nas-bench-201, strategy: {{strategy}} }
        training: { epochs: 200 }
        final: { epochs: 200 }
        budget: { trials: {{trainings}} }
        engine: nas-bench-201
        seed: {{seed}}
        """;
}
