using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Search.Choosing;

/// <summary>A network with a result.</summary>
/// <param name="Number">The candidate's number.</param>
/// <param name="Accuracy">Its validation accuracy.</param>
/// <param name="Answers">The decisions that made it.</param>
internal sealed record KnownNetwork(int Number, double Accuracy, AnswerList Answers);
