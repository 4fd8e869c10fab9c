using NasDaemon.Abstractions.Failures;
using NasDaemon.Architectures.Syntax.Lexing;

namespace NasDaemon.Architectures.Syntax.Parsing;

/// <summary>
/// Walks over the tokens. The first problem is kept and moves the cursor to the end, where every loop of the parser
/// stops: so problems need neither exceptions nor a check behind every step.
/// </summary>
internal sealed class TokenCursor
{
    private readonly TokenStream _stream;
    private readonly int _maximumDepth;
    private readonly Stack<ScopeBuilder> _scopes = new();
    private SyntaxProblem? _nameProblem;
    private SyntaxProblem? _compilerProblem;
    private int _index;
    private int _depth;

    /// <summary>Begins at the first token.</summary>
    /// <param name="stream">The tokens.</param>
    /// <param name="maximumDepth">How deep syntax may nest.</param>
    /// <param name="depth">How deep it is nested already.</param>
    public TokenCursor(TokenStream stream, int maximumDepth, int depth = 0)
    {
        (_stream, _maximumDepth, _depth) = (stream, maximumDepth, depth);
        Current = stream[0];
        _scopes.Push(new ScopeBuilder(ScopeKind.Module));
    }

    /// <summary>The source.</summary>
    public string Source => _stream.Source;

    /// <summary>The token at the cursor.</summary>
    public Token Current { get; private set; }

    /// <summary>The kind of the token at the cursor.</summary>
    public TokenKind Kind => Current.Kind;

    /// <summary>Where the cursor is.</summary>
    public SourcePosition Position => Current.Position;

    /// <summary>The first problem; null while there is none.</summary>
    public SyntaxProblem? Problem { get; private set; }

    /// <summary>What Python would report of a source without <see cref="Problem"/>; null where nothing.</summary>
    public SyntaxProblem? LaterProblem => _nameProblem ?? _compilerProblem;

    /// <summary>Where the last operand began that a missing comma could stand behind.</summary>
    public SourcePosition LastOperand { get; set; }

    /// <summary>True at the end, and behind a problem.</summary>
    public bool IsAtEnd => Kind is TokenKind.End or TokenKind.Error;

    /// <summary>How deep the syntax is nested here.</summary>
    public int Depth => _depth;

    /// <summary>How deep syntax may nest.</summary>
    public int MaximumDepth => _maximumDepth;

    /// <summary>The scope being parsed.</summary>
    public ScopeBuilder Scope => _scopes.Peek();

    /// <summary>The token behind the cursor.</summary>
    /// <param name="distance">How far behind.</param>
    /// <returns>The token.</returns>
    public Token Peek(int distance = 1) => _stream[Math.Min(_index + distance, _stream.Count - 1)];

    /// <summary>Begins a scope.</summary>
    /// <param name="kind">What it belongs to.</param>
    /// <returns>The scope.</returns>
    public ScopeBuilder OpenScope(ScopeKind kind)
    {
        var scope = new ScopeBuilder(kind);
        _scopes.Push(scope);
        return scope;
    }

    /// <summary>Ends the innermost scope.</summary>
    public void CloseScope() => _scopes.Pop();

    /// <summary>Takes the token at the cursor.</summary>
    /// <returns>The token.</returns>
    public Token Take()
    {
        var token = Current;
        if (Problem is null && _index < _stream.Count - 1)
        {
            Current = _stream[++_index];
        }

        return token;
    }

    /// <summary>Takes the token at the cursor if it is of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Whether it was.</returns>
    public bool Accept(TokenKind kind)
    {
        if (Kind != kind)
        {
            return false;
        }

        Take();
        return true;
    }

    /// <summary>Takes the token at the cursor, which has to be of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="message">Python's message otherwise.</param>
    public void Expect(TokenKind kind, string message = SyntaxProblem.Generic)
    {
        if (!Accept(kind))
        {
            Fail(message);
        }
    }

    /// <summary>Takes a name.</summary>
    /// <returns>The name; empty behind a problem.</returns>
    public string ExpectName()
    {
        var name = Current.Text;
        Expect(TokenKind.Name);
        return name ?? string.Empty;
    }

    /// <summary>Goes one level deeper; each call needs a <see cref="Leave"/>.</summary>
    public void Enter()
    {
        if (++_depth > _maximumDepth)
        {
            Fail(new SyntaxProblem(FailureClass.LimitExceeded, $"The source nests deeper than {_maximumDepth} levels.", Position));
        }
    }

    /// <summary>Comes back from a level.</summary>
    public void Leave() => _depth--;

    /// <summary>Notes that this is no Python.</summary>
    /// <param name="message">Python's message.</param>
    public void Fail(string message = SyntaxProblem.Generic) => Fail(message, Position);

    /// <summary>Notes that this is no Python.</summary>
    /// <param name="message">Python's message.</param>
    /// <param name="position">Where.</param>
    public void Fail(string message, SourcePosition position)
    {
        // Python reads on to the end of the file before it reports, and prefers what its tokenizer finds there.
        var problem = _stream.Problem is { } found && (Kind == TokenKind.Error || found.Outranks(Position))
            ? found
            : new SyntaxProblem(FailureClass.Syntax, message, position);
        Fail(problem);
    }

    /// <summary>Notes what Python finds only after it has parsed the whole source.</summary>
    /// <param name="message">Python's message.</param>
    /// <param name="position">Where.</param>
    /// <param name="isAboutNames">Whether it belongs to the pass over names, which comes before the compiler.</param>
    public void FailLater(string message, SourcePosition position, bool isAboutNames = false)
    {
        var problem = new SyntaxProblem(FailureClass.Syntax, message, position);
        if (isAboutNames)
        {
            _nameProblem ??= problem;
        }
        else
        {
            _compilerProblem ??= problem;
        }
    }

    /// <summary>Notes that this Python is not interpreted.</summary>
    /// <param name="what">What it is, e.g. <c>match statements</c>.</param>
    public void FailUnsupported(string what) =>
        Fail(new SyntaxProblem(FailureClass.UnsupportedSyntax, $"The tracer does not interpret {what}.", Position));

    /// <summary>Notes a problem; only the first counts.</summary>
    /// <param name="problem">The problem.</param>
    public void Fail(SyntaxProblem problem)
    {
        Problem ??= problem;
        Current = new Token(TokenKind.End, Position, Source.Length, Source.Length);
    }
}
