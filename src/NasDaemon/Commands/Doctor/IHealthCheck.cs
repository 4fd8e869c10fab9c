namespace NasDaemon.Commands.Doctor;

/// <summary>Looks at one part of what the daemon needs.</summary>
internal interface IHealthCheck
{
    /// <summary>Looks at it. What is wrong is a finding, never an exception.</summary>
    /// <param name="context">Settings and plugins.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What was found.</returns>
    Task<IReadOnlyList<Finding>> RunAsync(CommandContext context, CancellationToken cancellation);
}
