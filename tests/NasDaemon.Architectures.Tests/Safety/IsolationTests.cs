using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NasDaemon.Architectures.Fingerprints;
using NasDaemon.Architectures.Tests.Tracing;
using NasDaemon.Architectures.Tracing;

namespace NasDaemon.Architectures.Tests.Safety;

/// <summary>A source reaches neither the machine nor another source's trace.</summary>
public sealed class IsolationTests
{
    // Whatever opens, starts, connects, reads the environment or makes code would be found under these.
    private static readonly string[] Forbidden =
    [
        "System.IO", "System.Net", "System.Diagnostics.Process", "System.Reflection.Emit", "System.Runtime.Loader",
        "System.Activator", "System.AppDomain", "System.Runtime.InteropServices", "Microsoft.Win32", "System.Threading.Thread",
        "System.Linq.Expressions", "System.Console",
    ];

    // What an assembly may name without reaching anything: attributes that the compiler writes, collections' and texts' own tools.
    private static readonly string[] Allowed =
    [
        "System.Runtime.InteropServices.CollectionsMarshal", "System.Runtime.InteropServices.MemoryMarshal", "System.Runtime.InteropServices.ImmutableCollectionsMarshal",
        "System.Runtime.InteropServices.InAttribute",
        // Tables that lie in the assembly itself are read from its resources; no reader is made from a path, as the test checks.
        "System.IO.Stream", "System.IO.StreamReader", "System.IO.TextReader",
    ];

    [Fact]
    public void Assembly_Tracer_NamesNothingThatReachesTheMachine()
    {
        using var image = new PEReader(File.OpenRead(typeof(ArchitectureTracer).Assembly.Location));
        var metadata = image.GetMetadataReader();
        var reaching = metadata.TypeReferences
            .Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")
            .Where(name => Forbidden.Any(start => name == start || name.StartsWith(start + ".", StringComparison.Ordinal)))
            .Where(name => !Allowed.Contains(name))
            .ToList();

        Assert.Empty(reaching);
        Assert.Equal(["get_CurrentManagedThreadId"], Members(metadata, "Environment").Distinct());
        Assert.DoesNotContain(Constructors(metadata, "StreamReader"), signature => signature.Contains((byte)SignatureTypeCode.String));
        Assert.DoesNotContain(metadata.MethodDefinitions, handle => metadata.GetMethodDefinition(handle).Attributes.HasFlag(MethodAttributes.PinvokeImpl));
    }

    private static IEnumerable<byte[]> Constructors(MetadataReader metadata, string type) => metadata.MemberReferences
        .Select(metadata.GetMemberReference)
        .Where(member => member.Parent.Kind == HandleKind.TypeReference && metadata.GetString(member.Name) == ".ctor"
            && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name) == type)
        .Select(member => metadata.GetBlobBytes(member.Signature));

    // Iterators of the compiler's own ask for the thread; nothing else of the environment is read.
    private static IEnumerable<string> Members(MetadataReader metadata, string type) => metadata.MemberReferences
        .Select(metadata.GetMemberReference)
        .Where(member => member.Parent.Kind == HandleKind.TypeReference
            && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name) == type)
        .Select(member => metadata.GetString(member.Name));

    [Theory]
    [InlineData("nn.Linear = None")]
    [InlineData("setattr(nn, 'Linear', None)")]
    [InlineData("setattr(nn.Linear, 'forward', None)")]
    [InlineData("nn.Linear.extra = 1")]
    [InlineData("torch.relu.extra = 1")]
    [InlineData("list.append = None")]
    [InlineData("object.extra = 1")]
    [InlineData("ValueError.extra = 1")]
    [InlineData("len.extra = 1")]
    [InlineData("nn.Module.__init__.extra = 1")]
    [InlineData("nn.Module.__setattr__ = None")]
    [InlineData("del nn.Linear.forward")]
    [InlineData("globals()['torch'] = None")]
    [InlineData("vars(nn)['Linear'] = None")]
    [InlineData("import math\nmath.pi = 3")]
    [InlineData("import math\nsetattr(math, 'pi', 3)")]
    [InlineData("print = len = range = None")]
    [InlineData("nn.init.normal_ = None")]
    [InlineData("torch.nn.functional.relu = None")]
    [InlineData("__builtins__ = {}")]
    [InlineData("from collections import OrderedDict\nOrderedDict.extra = 1")]
    [InlineData("from functools import partial\npartial.extra = 1")]
    [InlineData("torch.float32.extra = 1")]
    [InlineData("nn.Linear.__dict__['forward'] = None")]
    [InlineData("nn.Linear.__mro__ += (1,)")]
    [InlineData("nn.Linear.__bases__ = ()")]
    [InlineData("(1).__class__.extra = 1\n''.__class__.extra = 1")]
    public async Task Trace_SourceThatChangesTheLibrary_LeavesNoTraceInTheNext(string change)
    {
        const string check = "import math\nassert math.pi > 3.1\nassert not hasattr(nn.Linear, 'extra') and not hasattr(object, 'extra')\nx = [1]\nx.append(2)\nprint(len(x), range(3))";
        var clean = Traces.Network(check, "return self.fc(F.relu(x).flatten(1))");
        var before = GraphFingerprint.Compute(Traces.Accept(clean));

        await GuardedTrace.RunAsync(change + "\n" + Traces.Network());
        await GuardedTrace.RunAsync(Traces.Network(change));

        Assert.Equal(before, GraphFingerprint.Compute(Traces.Accept(clean)));
    }

    [Fact]
    public async Task Trace_ManyAtOnce_AreIndependent()
    {
        var sources = Enumerable.Range(1, 60).Select(width => Traces.Network($"self.inner = nn.Linear(10, {width})\nself.last = nn.Linear({width}, 10)", "return self.last(self.inner(self.fc(x.flatten(1))))")).ToList();
        var alone = sources.ConvertAll(source => GraphFingerprint.Compute(Traces.Accept(source)));
        var tracer = new ArchitectureTracer(TracingLimits.Default);
        var together = new string[sources.Count * 4];

        await Parallel.ForAsync(0, together.Length, (index, _) =>
        {
            var result = tracer.Trace(sources[index % sources.Count], Traces.Request);
            tracer.Trace("def f(): f()\nf()\n", Traces.Request);
            together[index] = GraphFingerprint.Compute(result.Architecture!);
            return ValueTask.CompletedTask;
        });

        Assert.Equal(alone.Concat(alone).Concat(alone).Concat(alone), together);
        Assert.Equal(alone.Count, alone.Distinct().Count());
    }
}
