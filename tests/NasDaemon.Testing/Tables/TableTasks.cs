namespace NasDaemon.Testing.Tables;

/// <summary>Tasks that the table of NAS-Bench-201 answers.</summary>
public static class TableTasks
{
    /// <summary>The space whose networks are the published ones.</summary>
    public const string PublishedSpace = "nas-bench-201";

    /// <summary>A task whose trainings and final trainings have 200 epochs.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="strategy">The strategy, as in a task file.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="trainings">The budget.</param>
    /// <param name="space">The space: <c>cell</c>, whose networks are smaller, has the same answers and is traced faster than that of the published networks.</param>
    /// <returns>The task file.</returns>
    public static string Yaml(string dataset, string strategy, int seed, int trainings, string space = PublishedSpace) => $$"""
        dataset: {{dataset}}
        search: { space: {{space}}, strategy: {{strategy}} }
        training: { epochs: 200 }
        final: { epochs: 200 }
        budget: { trials: {{trainings}} }
        engine: nas-bench-201
        seed: {{seed}}
        """;

    /// <summary>A task on the table of NAS-Bench-Macro, whose trainings have 50 epochs.</summary>
    /// <param name="strategy">The strategy, as in a task file.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="trainings">The budget.</param>
    /// <returns>The task file.</returns>
    public static string MacroYaml(string strategy, int seed, int trainings) => $$"""
        dataset: cifar10
        search: { space: nas-bench-macro, strategy: {{strategy}} }
        training: { epochs: 50 }
        final: { epochs: 50 }
        budget: { trials: {{trainings}} }
        engine: nas-bench-macro
        seed: {{seed}}
        """;
}
