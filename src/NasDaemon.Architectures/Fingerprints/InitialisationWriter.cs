using NasDaemon.Abstractions.Graphs;

namespace NasDaemon.Architectures.Fingerprints;

/// <summary>Writes how a parameter gets its first values.</summary>
internal static class InitialisationWriter
{
    /// <summary>Writes an initialisation.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="initialisation">The initialisation.</param>
    public static void Write(CanonicalWriter writer, Initialisation initialisation)
    {
        writer.Text(initialisation.GetType().Name);
        switch (initialisation)
        {
            case ConstantInitialisation constant:
                writer.Float(constant.Value);
                break;
            case UniformInitialisation uniform:
                writer.Float(uniform.Low);
                writer.Float(uniform.High);
                break;
            case NormalInitialisation normal:
                writer.Float(normal.Mean);
                writer.Float(normal.StandardDeviation);
                break;
            case TruncatedNormalInitialisation truncated:
                writer.Float(truncated.Mean);
                writer.Float(truncated.StandardDeviation);
                writer.Float(truncated.Low);
                writer.Float(truncated.High);
                break;
            case OrthogonalInitialisation orthogonal:
                writer.Float(orthogonal.Gain);
                break;
            case LiteralInitialisation literal:
                writer.Integer(literal.Values.Length);
                foreach (var value in literal.Values)
                {
                    writer.Float(value);
                }

                break;
            case ComputedInitialisation computed:
                writer.Text(computed.Source);
                break;
            default:
                throw new ArgumentException($"{initialisation} is no known initialisation.", nameof(initialisation));
        }
    }
}
