using NasDaemon.Architectures.Operators;
using NasDaemon.Architectures.Values;

namespace NasDaemon.Architectures.Modules;

/// <summary>
/// A module object of the traced program, as the catalogue's modules see it. The interpreter implements it, so that a
/// class of the source may inherit from a module of the catalogue.
/// </summary>
internal interface IModuleInstance
{
    /// <summary>The name of the object's own class, e.g. <c>ConvBlock</c> where it inherits from <c>nn.Conv2d</c>.</summary>
    string ClassName { get; }

    /// <summary>Whether its parameters are made at the first call, and belong to the <c>state_dict</c> all the same.</summary>
    bool IsLazy { get; set; }

    /// <summary>Makes room for plain attributes.</summary>
    /// <param name="count">How many will be set.</param>
    void ExpectAttributes(int count);

    /// <summary>Sets a plain attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    void SetAttribute(string name, Value value);

    /// <summary>Reads an attribute, parameter, buffer or child.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value; null where there is none.</returns>
    Value? GetAttribute(string name);

    /// <summary>Registers a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parameter">The parameter; null registers <c>None</c>.</param>
    void RegisterParameter(string name, StateTensor? parameter);

    /// <summary>Registers a persistent buffer.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="buffer">The buffer; null registers <c>None</c>.</param>
    void RegisterBuffer(string name, StateTensor? buffer);

    /// <summary>Makes a module of the catalogue and registers it as a child.</summary>
    /// <param name="name">The child's name.</param>
    /// <param name="path">The module's path in the catalogue, e.g. <c>torch.nn.Linear</c>.</param>
    /// <param name="arguments">The arguments of its constructor.</param>
    /// <returns>The error of its constructor; null where there is none.</returns>
    OperatorError? AddModule(string name, string path, CallArguments arguments);

    /// <summary>Takes a child away.</summary>
    /// <param name="name">The child's name.</param>
    /// <returns>Null.</returns>
    OperatorError? RemoveModule(string name);

    /// <summary>Calls a child module, forward of a class of the source included.</summary>
    /// <param name="name">The child's name.</param>
    /// <param name="arguments">The arguments of the call.</param>
    /// <returns>What it returned or raised.</returns>
    CallResult CallModule(string name, CallArguments arguments);

    /// <summary>Assigns an attribute as the source would: a module becomes a child.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The error; null where there is none.</returns>
    OperatorError? Assign(string name, Value value);

    /// <summary>Copies a module with all that belongs to it.</summary>
    /// <param name="module">The module.</param>
    /// <returns>The copy, or the error.</returns>
    CallResult Copy(Value module);

    /// <summary>Calls a function or module that the source gave.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arguments">The arguments of the call.</param>
    /// <returns>What it returned or raised.</returns>
    CallResult CallFunction(Value function, CallArguments arguments);

    /// <summary>The parameters of the module and of everything below it.</summary>
    /// <returns>The parameters.</returns>
    IEnumerable<StateTensor> TreeParameters();
}
