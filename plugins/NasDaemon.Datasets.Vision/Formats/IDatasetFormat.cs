using NasDaemon.Abstractions.Data;

namespace NasDaemon.Datasets.Vision.Formats;

/// <summary>How the files of a data set are laid out.</summary>
internal interface IDatasetFormat
{
    /// <summary>The names of its files, as the official release has them.</summary>
    IReadOnlyList<string> Files { get; }

    /// <summary>Checks the files and says where the samples lie.</summary>
    /// <param name="info">What the data set should be; the numbers of samples are those of the files.</param>
    /// <param name="folder">The folder of the files.</param>
    /// <returns>The data set, or what is wrong with which file.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    DatasetResult Read(DatasetInfo info, string folder);
}
