using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Tasks;

namespace NasDaemon.Pipeline.Candidates;

internal static class TrainingMemory
{
    public static long Estimate(Architecture architecture, TrainingSettings training) =>
        sizeof(float) * ((architecture.ParameterCount * 4) + (architecture.ActivationElements * training.BatchSize));
}
