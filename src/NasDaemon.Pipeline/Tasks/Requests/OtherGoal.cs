using System.Text.RegularExpressions;

namespace NasDaemon.Pipeline.Tasks.Requests;

/// <summary>Something that users may ask for and that is no classification.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Words">What asks for it and for nothing else, in several languages.</param>
internal sealed record OtherGoal(string Name, Regex Words);
