using System.Buffers;
using System.Text;

namespace NasDaemon.Reports.Text.Csv;

/// <summary>Rows and fields of RFC 4180 that a spreadsheet does not take for formulas.</summary>
internal static class CsvText
{
    // Spreadsheets run what begins with one of these, their full-width forms among them, also behind blanks.
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@|\t\r\n＝＋－＠");

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\",\r\n");

    /// <summary>A text as a field: quoted where it must be, with an apostrophe before what would be a formula.</summary>
    public static string Field(string text)
    {
        var start = text.AsSpan().TrimStart(' ');
        var isFormula = (!start.IsEmpty && FormulaStarts.Contains(start[0])) || (text.Length > 0 && FormulaStarts.Contains(text[0]));
        var safe = isFormula ? "'" + text : text;
        return safe.AsSpan().ContainsAny(NeedQuotes) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    /// <summary>Appends a row of fields.</summary>
    public static void AppendRow(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(',', fields).Append("\r\n");
}
