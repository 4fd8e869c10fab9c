using System.Globalization;
using Microsoft.Data.Sqlite;
using NasDaemon.Abstractions.Serialisation;

namespace NasDaemon.Stores.Sqlite.Rows;

/// <summary>How values stand in columns: times as round-trip text, enumerations by name, nested records as JSON.</summary>
internal static class Column
{
    public static string FromTime(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    public static string? FromTime(DateTimeOffset? time) => time is { } given ? FromTime(given) : null;

    public static string? FromRecord<T>(T? record)
        where T : class
        => record is null ? null : RecordJson.Write(record);

    public static DateTimeOffset Time(SqliteDataReader reader, int column) =>
        DateTimeOffset.Parse(reader.GetString(column), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static DateTimeOffset? OptionalTime(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : Time(reader, column);

    public static string? OptionalText(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static T? OptionalRecord<T>(SqliteDataReader reader, int column)
        where T : class
        => reader.IsDBNull(column) ? null : RecordJson.Read<T>(reader.GetString(column));

    public static T Name<T>(SqliteDataReader reader, int column)
        where T : struct, Enum
        => Enum.Parse<T>(reader.GetString(column));

    public static T? OptionalName<T>(SqliteDataReader reader, int column)
        where T : struct, Enum
        => reader.IsDBNull(column) ? null : Name<T>(reader, column);
}
