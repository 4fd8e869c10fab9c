namespace NasDaemon.Stores.Sqlite.Migrations;

/// <summary>One step of the schema. A step that was released is never changed; a later step corrects it.</summary>
internal interface IMigration
{
    /// <summary>The schema's version after the step, from 1.</summary>
    int Version { get; }

    /// <summary>What it does, as SQL.</summary>
    string Script { get; }
}
