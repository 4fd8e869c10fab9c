using NasDaemon.Abstractions.Spaces;
using NasDaemon.Abstractions.Training;

namespace NasDaemon.Engines.Table;

/// <summary>How the file of one table is read, and how its networks are found.</summary>
internal interface ITableFormat
{
    /// <summary>What the table is, for reports.</summary>
    EngineInfo Info { get; }

    /// <summary>Reads the file.</summary>
    /// <param name="path">Where it is.</param>
    /// <returns>Its results.</returns>
    /// <exception cref="InvalidDataException">It is no such file; the message says in which line.</exception>
    TableContent Read(string path);

    /// <summary>The name that a network has in the table.</summary>
    /// <param name="answers">The decisions that made it.</param>
    /// <returns>The name; null where the decisions are not those of the table's search space.</returns>
    string? NameOf(AnswerList answers);
}
