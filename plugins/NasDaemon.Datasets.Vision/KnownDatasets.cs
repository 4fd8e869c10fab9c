using System.Collections.Immutable;
using NasDaemon.Abstractions.Data;
using NasDaemon.Datasets.Vision.Fetching;
using NasDaemon.Datasets.Vision.Formats;

namespace NasDaemon.Datasets.Vision;

/// <summary>The data sets of this plugin.</summary>
internal static class KnownDatasets
{
    /// <summary>Handwritten digits (LeCun, Cortes and Burges).</summary>
    public static VisionDataset Mnist { get; } = new(
        new DatasetInfo("mnist", ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], [1, 28, 28], 60_000, 10_000, CanFetch: true),
        new IdxFormat(),
        new MnistSource(),
        OfficialFolder: null);

    /// <summary>Pictures of clothes (Xiao, Rasul and Vollgraf 2017).</summary>
    public static VisionDataset FashionMnist { get; } = new(
        new DatasetInfo(
            "fashion-mnist",
            ["t-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle-boot"],
            [1, 28, 28],
            60_000,
            10_000,
            CanFetch: true),
        new IdxFormat(),
        new FashionMnistSource(),
        OfficialFolder: null);

    /// <summary>Small colour pictures of ten classes (Krizhevsky 2009).</summary>
    public static VisionDataset Cifar10 { get; } = new(
        new DatasetInfo(
            "cifar10",
            ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"],
            [3, 32, 32],
            50_000,
            10_000,
            CanFetch: true),
        CifarFormat.Cifar10,
        new Cifar10Source(),
        OfficialFolder: "cifar-10-batches-bin");

    /// <summary>Small colour pictures of a hundred classes (Krizhevsky 2009); the fine labels.</summary>
    public static VisionDataset Cifar100 { get; } = new(
        new DatasetInfo("cifar100", Cifar100Classes, [3, 32, 32], 50_000, 10_000, CanFetch: false),
        CifarFormat.Cifar100,
        Source: null,
        OfficialFolder: "cifar-100-binary");

    private static ImmutableArray<string> Cifar100Classes =>
    [
        "apple", "aquarium_fish", "baby", "bear", "beaver", "bed", "bee", "beetle", "bicycle", "bottle",
        "bowl", "boy", "bridge", "bus", "butterfly", "camel", "can", "castle", "caterpillar", "cattle",
        "chair", "chimpanzee", "clock", "cloud", "cockroach", "couch", "crab", "crocodile", "cup", "dinosaur",
        "dolphin", "elephant", "flatfish", "forest", "fox", "girl", "hamster", "house", "kangaroo", "keyboard",
        "lamp", "lawn_mower", "leopard", "lion", "lizard", "lobster", "man", "maple_tree", "motorcycle", "mountain",
        "mouse", "mushroom", "oak_tree", "orange", "orchid", "otter", "palm_tree", "pear", "pickup_truck", "pine_tree",
        "plain", "plate", "poppy", "porcupine", "possum", "rabbit", "raccoon", "ray", "road", "rocket",
        "rose", "sea", "seal", "shark", "shrew", "skunk", "skyscraper", "snail", "snake", "spider",
        "squirrel", "streetcar", "sunflower", "sweet_pepper", "table", "tank", "telephone", "television", "tiger", "tractor",
        "train", "trout", "tulip", "turtle", "wardrobe", "whale", "willow_tree", "wolf", "woman", "worm",
    ];
}
