namespace NasDaemon.Abstractions.Spaces;

/// <summary>A search space is a program that asks: <see cref="Build"/> asks for every decision by name and returns PyTorch source.</summary>
public interface ISearchSpace
{
    /// <summary>Builds one network.</summary>
    /// <param name="choices">Who answers the decisions.</param>
    /// <param name="shape">What the network reads and returns.</param>
    /// <returns>Python source with <c>class Net(nn.Module)</c> whose constructor takes no argument.</returns>
    string Build(IChoices choices, NetworkShape shape);
}
