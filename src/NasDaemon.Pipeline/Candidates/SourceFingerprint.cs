using System.Security.Cryptography;
using System.Text;

namespace NasDaemon.Pipeline.Candidates;

internal static class SourceFingerprint
{
    public static string Of(string source) =>
        Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes([.. source.Where(character => !char.IsWhiteSpace(character))])));
}
