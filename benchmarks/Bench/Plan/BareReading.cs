using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;

namespace GridDesk.Bench.Plan;

/// <summary>A program that reads each event of a half-year once, parses it, and makes nothing of it.</summary>
internal static class BareReading
{
    public static async Task<double> SecondsAsync(DbConnection connection, DateTime from, DateTime until)
    {
        var watch = Stopwatch.StartNew();
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = ("SELECT subject, version, name, body, \"by\", happened_at, recorded_at FROM events WHERE happened_at >= @from AND happened_at < @until", 0);
        foreach (var (name, value) in ((string, DateTime)[])[("@from", from), ("@until", until)])
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                reader.GetValue(column);
            }

            using var body = JsonDocument.Parse(reader.GetString(3));
        }

        return watch.Elapsed.TotalSeconds;
    }
}
