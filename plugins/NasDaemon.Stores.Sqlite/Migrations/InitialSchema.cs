namespace NasDaemon.Stores.Sqlite.Migrations;

/// <summary>The first schema. What is looked up has a column; what is only read back whole is JSON.</summary>
internal sealed class InitialSchema : IMigration
{
    public int Version => 1;

    public string Script => """
        CREATE TABLE tasks (
            id TEXT PRIMARY KEY,
            yaml TEXT NOT NULL,
            file TEXT NOT NULL,
            state TEXT NOT NULL,
            starts INTEGER NOT NULL,
            created TEXT NOT NULL,
            search_seconds REAL NOT NULL,
            ended TEXT,
            message TEXT);

        CREATE TABLE candidates (
            task TEXT NOT NULL,
            number INTEGER NOT NULL,
            candidate TEXT NOT NULL,
            state TEXT NOT NULL,
            source_fingerprint TEXT NOT NULL,
            graph_fingerprint TEXT,
            architecture TEXT,
            failure TEXT,
            duplicate_of TEXT,
            duplicate_level TEXT,
            created TEXT NOT NULL,
            PRIMARY KEY (task, number));

        CREATE INDEX candidates_by_source ON candidates (source_fingerprint) WHERE architecture IS NOT NULL;

        CREATE TABLE trials (
            task TEXT NOT NULL,
            number INTEGER NOT NULL,
            candidate INTEGER NOT NULL,
            kind TEXT NOT NULL,
            state TEXT NOT NULL,
            dataset TEXT NOT NULL,
            graph_fingerprint TEXT NOT NULL,
            recipe_fingerprint TEXT NOT NULL,
            recipe TEXT NOT NULL,
            validation_accuracy REAL,
            epochs INTEGER,
            score TEXT,
            test TEXT,
            failure TEXT,
            starts INTEGER NOT NULL,
            created TEXT NOT NULL,
            ended TEXT,
            PRIMARY KEY (task, number));

        CREATE INDEX trials_by_network ON trials (graph_fingerprint, recipe_fingerprint);
        CREATE INDEX trials_by_accuracy ON trials (dataset, validation_accuracy DESC) WHERE score IS NOT NULL;

        CREATE TABLE epochs (
            task TEXT NOT NULL,
            trial INTEGER NOT NULL,
            epoch INTEGER NOT NULL,
            metrics TEXT NOT NULL,
            PRIMARY KEY (task, trial, epoch)) WITHOUT ROWID;

        CREATE TABLE snapshots (
            task TEXT NOT NULL,
            component TEXT NOT NULL,
            state TEXT NOT NULL,
            PRIMARY KEY (task, component));
        """;
}
