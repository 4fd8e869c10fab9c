using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Tracing.Builtins;
using NasDaemon.Architectures.Tracing.Values;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>The parts of Python's library that need the interpreter's own means; the others are written in Python.</summary>
internal static class StandardLibrary
{
    private const string TypingNames = "Any Union Optional List Dict Tuple Set FrozenSet Type Callable Iterable Iterator Generator Sequence Mapping MutableMapping "
        + "MutableSequence Collection Container Hashable Sized Reversible AnyStr Text NoReturn Never Literal ClassVar Final Annotated Concatenate ParamSpec "
        + "TypeAlias TypeGuard Self Required NotRequired LiteralString Unpack TypeVarTuple Generic Protocol SupportsFloat SupportsInt SupportsIndex SupportsAbs "
        + "AbstractSet ByteString Deque DefaultDict Counter ChainMap Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator ContextManager Pattern Match IO "
        + "TextIO BinaryIO ForwardRef KeysView ValuesView ItemsView MappingView MutableSet";

    /// <summary>Adds them.</summary>
    /// <param name="known">Takes them by full path.</param>
    public static void Add(Dictionary<string, Value> known)
    {
        known["collections.OrderedDict"] = CoreTypes.OrderedDictionary;
        known["collections.defaultdict"] = CoreTypes.DefaultDictionary;
        known["abc.ABC"] = AbstractTypes.Base;
        known["abc.ABCMeta"] = AbstractTypes.Meta;
        AddFunction(known, "abc.abstractmethod", "function", AbstractTypes.MarkAbstract);
        AddFunction(known, "abc.abstractproperty", "function", call => new PropertyValue(AbstractTypes.MarkAbstract(call), null));
        AddTyping(known);
        AddFunction(known, "functools.partial", "func * **", MakePartial);
        AddFunction(known, "copy.deepcopy", "x memo?", call => new DeepCopier(call.Interpreter).Copy(call[0]));
        AddFunction(known, "copy.copy", "x", call => new DeepCopier(call.Interpreter).CopyOuter(call[0]));
        AddFunction(known, "_tracer.field_names", "cls", FieldNames);
        AddFunction(known, "_tracer.parameters", "callable", ParameterNames.List);
        AddFunction(known, "_tracer.search_text", "pattern flags text start", TextSearch.Search);
        AddFunction(known, "_tracer.twister", "seed", MakeTwister);
    }

    private static void AddTyping(Dictionary<string, Value> known)
    {
        foreach (var name in TypingNames.Split(' '))
        {
            known[$"typing.{name}"] = new UnknownValue($"typing.{name}");
        }

        known["typing.OrderedDict"] = CoreTypes.OrderedDictionary;
        known["typing.TYPE_CHECKING"] = BoolValue.False;
        AddFunction(known, "typing.TypeVar", "name * **", _ => new UnknownValue("typing.TypeVar"));
        AddFunction(known, "typing.NewType", "name tp", _ => Unchanged);
        AddFunction(known, "typing.cast", "typ val", call => call[1]);
        AddFunction(known, "typing.get_type_hints", "obj **", _ => new DictionaryValue());
        foreach (var name in new[] { "overload", "final", "no_type_check", "runtime_checkable", "override" })
        {
            AddFunction(known, $"typing.{name}", "function", call => call[0]);
        }

        foreach (var (path, value) in known.Where(entry => entry.Key.StartsWith("typing.", StringComparison.Ordinal)).ToArray())
        {
            known.TryAdd($"typing_extensions.{path["typing.".Length..]}", value);
        }
    }

    private static readonly BuiltinFunction Unchanged = new("NewType", "value", call => call[0]);

    private static void AddFunction(Dictionary<string, Value> known, string path, string parameters, BuiltinBody body) =>
        known[path] = new BuiltinFunction(path[(path.LastIndexOf('.') + 1)..], parameters, body);

    // A partial of a partial is one with the arguments of both.
    private static Value? MakePartial(BuiltinCall call)
    {
        if (call[0] is not PartialValue { Attributes.Count: 0 } inner)
        {
            return new PartialValue(call[0], new CallArguments([.. call.Rest], call.Keywords));
        }

        var early = inner.Arguments.Keywords.Where(early => call.Keywords.All(late => late.Name != early.Name));
        return new PartialValue(inner.Function, new CallArguments([.. inner.Arguments.Positional, .. call.Rest], [.. early, .. call.Keywords]));
    }

    private static BuiltinFunction? MakeTwister(BuiltinCall call)
    {
        if (call.Integer(0) is not { } seed || !call.Interpreter.State.Charge(1000))
        {
            return null;
        }

        var generator = new MersenneTwister(seed);
        return new BuiltinFunction("getrandbits", string.Empty, _ => new IntegerValue(generator.Next()));
    }

    private static ListValue FieldNames(BuiltinCall call)
    {
        var type = call[0] as ClassValue ?? ((ClassNamespace)call[0]).Type;
        return new ListValue([.. type.Fields.Select(field => new TupleValue([new TextValue(field.Name), new TextValue(field.Kind)]))]);
    }
}
