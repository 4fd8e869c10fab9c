using System.Collections.Immutable;

namespace NasDaemon.Reports.Html.Networks;

/// <summary>Gives every box of a network its place: rows from top to bottom, connections that pass rows beside the boxes of those rows.</summary>
/// <remarks>
/// The steps of K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of hierarchical system structures", IEEE Transactions
/// on Systems, Man, and Cybernetics 11 (1981): rows by the longest way, order in a row by the mean of the neighbours, then places.
/// </remarks>
internal sealed class BlockLayout
{
    private const int Sweeps = 12;
    private const double Gap = 14;

    private readonly ImmutableArray<Block> _blocks;
    private readonly List<PlacedBlock>[] _rows;
    private readonly PlacedBlock[] _placed;

    private BlockLayout(ImmutableArray<Block> blocks)
    {
        _blocks = blocks;
        var rows = RowNumbers(blocks);
        _rows = [.. Enumerable.Range(0, rows.Max() + 1).Select(_ => new List<PlacedBlock>())];
        _placed = [.. blocks.Select((_, index) => new PlacedBlock(index, rows[index]))];
        foreach (var place in _placed)
        {
            _rows[place.Row].Add(place);
        }
    }

    /// <summary>The rows from top to bottom, each from left to right.</summary>
    public IReadOnlyList<IReadOnlyList<PlacedBlock>> Rows => _rows;

    /// <summary>Each connection from its upper box to its lower one, over the pieces between.</summary>
    public List<ImmutableArray<PlacedBlock>> Connections { get; } = [];

    /// <summary>How wide all of it is.</summary>
    public double Width { get; private set; }

    /// <summary>Places boxes.</summary>
    /// <param name="blocks">The boxes; each takes earlier ones only.</param>
    /// <returns>Their places.</returns>
    public static BlockLayout Of(ImmutableArray<Block> blocks)
    {
        var layout = new BlockLayout(blocks);
        layout.Connect();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            layout.Order(isDown: sweep % 2 == 0);
        }

        layout.Spread();
        return layout;
    }

    private static int[] RowNumbers(ImmutableArray<Block> blocks)
    {
        var rows = new int[blocks.Length];
        for (var index = 0; index < blocks.Length; index++)
        {
            rows[index] = blocks[index].Inputs.Select(input => rows[input] + 1).DefaultIfEmpty(0).Max();
        }

        // The output stands below everything, whatever it takes.
        rows[^1] = Math.Max(rows[^1], rows.Max());
        return rows;
    }

    private void Connect()
    {
        for (var index = 0; index < _blocks.Length; index++)
        {
            foreach (var input in _blocks[index].Inputs)
            {
                var way = ImmutableArray.CreateBuilder<PlacedBlock>();
                way.Add(_placed[input]);
                for (var row = _placed[input].Row + 1; row < _placed[index].Row; row++)
                {
                    var piece = new PlacedBlock(-1, row);
                    _rows[row].Add(piece);
                    way.Add(piece);
                }

                way.Add(_placed[index]);
                Connections.Add(way.ToImmutable());
                for (var step = 1; step < way.Count; step++)
                {
                    way[step - 1].Below.Add(way[step]);
                    way[step].Above.Add(way[step - 1]);
                }
            }
        }
    }

    private void Order(bool isDown)
    {
        var place = new Dictionary<PlacedBlock, int>();
        foreach (var row in isDown ? _rows : _rows.AsEnumerable().Reverse())
        {
            var sorted = row.Index()
                .OrderBy(item => Neighbours(item.Item, isDown).Select(other => (double)place[other]).DefaultIfEmpty(item.Index).Average())
                .ThenBy(item => item.Index)
                .Select(item => item.Item)
                .ToList();
            row.Clear();
            row.AddRange(sorted);
            foreach (var (index, item) in row.Index())
            {
                // Of rows of different lengths the middles belong over each other.
                place[item] = (2 * index) - row.Count;
            }
        }
    }

    private void Spread()
    {
        foreach (var row in _rows)
        {
            var x = -row.Sum(item => item.Width + Gap) / 2;
            foreach (var item in row)
            {
                item.X = x + ((item.Width + Gap) / 2);
                x += item.Width + Gap;
            }
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var isDown = sweep % 2 == 0;
            foreach (var row in isDown ? _rows : _rows.AsEnumerable().Reverse())
            {
                RowSpacing.Apply(row, [.. row.Select(item => Neighbours(item, isDown).Select(other => other.X).DefaultIfEmpty(item.X).Average())], Gap);
            }
        }

        var left = _rows.SelectMany(row => row).Min(item => item.X - (item.Width / 2));
        Width = _rows.SelectMany(row => row).Max(item => item.X + (item.Width / 2)) - left;
        foreach (var item in _rows.SelectMany(row => row))
        {
            item.X -= left;
        }
    }

    private static List<PlacedBlock> Neighbours(PlacedBlock item, bool isDown) => isDown ? item.Above : item.Below;
}
