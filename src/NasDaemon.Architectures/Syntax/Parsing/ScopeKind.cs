namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>What a scope belongs to.</summary>
internal enum ScopeKind
{
    /// <summary>The file.</summary>
    Module,

    /// <summary>A class body.</summary>
    Class,

    /// <summary>A function or lambda.</summary>
    Function,
}
