using System.Globalization;
using NasDaemon.Abstractions.Plugins;

namespace NasDaemon.Commands.Tables;

/// <summary>An option of a component as the user reads it.</summary>
/// <param name="Default">Its default.</param>
/// <param name="Range">Its legal values.</param>
internal sealed record OptionText(string Default, string Range)
{
    /// <summary>Describes an option.</summary>
    /// <param name="option">The option.</param>
    /// <returns>Its default and its legal values.</returns>
    public static OptionText Of(OptionDefinition option) => option switch
    {
        IntegerOption integer => new(Text(integer.Default), $"{Text(integer.Minimum)} to {Text(integer.Maximum)}"),
        NumberOption number => new(Text(number.Default), $"{Text(number.Minimum)} to {Text(number.Maximum)}"),
        FlagOption flag => new(flag.Default ? "true" : "false", "true or false"),
        TextOption { Choices: { IsDefaultOrEmpty: false } choices } text => new(text.Default, string.Join(", ", choices)),
        TextOption text => new($"'{text.Default}'", "text"),
        _ => new("?", "?"),
    };

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
