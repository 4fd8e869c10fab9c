using System.Security.Cryptography;
using System.Text;
using NasDaemon.Abstractions.Graphs;
using NasDaemon.Abstractions.Serialisation;

namespace NasDaemon.Pipeline.Candidates;

internal static class GraphFingerprint
{
    public static string Of(Architecture architecture)
    {
        var bare = architecture with { Nodes = [.. architecture.Nodes.Select(node => node with { ModulePath = "", Line = 0 })], ModuleTypes = architecture.ModuleTypes.Clear() };
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(RecordJson.Write(bare))));
    }
}
