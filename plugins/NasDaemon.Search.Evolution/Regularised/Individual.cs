using NasDaemon.Abstractions.Spaces;

namespace NasDaemon.Search.Evolution.Regularised;

/// <summary>A network that is alive.</summary>
/// <param name="Number">The candidate's number.</param>
/// <param name="Accuracy">Its validation accuracy.</param>
/// <param name="Answers">The decisions that made it.</param>
internal sealed record Individual(int Number, double Accuracy, AnswerList Answers);
