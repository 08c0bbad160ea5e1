using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GridDesk.Kernel.Data;

internal sealed class StoredInstant() : ValueConverter<Instant, DateTime>(
    value => value.ToDateTimeUtc(),
    stored => Instant.FromDateTimeUtc(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

internal sealed class StoredDate() : ValueConverter<LocalDate, DateOnly>(
    value => value.ToDateOnly(),
    stored => LocalDate.FromDateOnly(stored));

internal sealed class StoredMoney() : ValueConverter<Money, long>(value => value.Cents, stored => new Money(stored));

internal sealed class StoredJson() : ValueConverter<JsonObject, string>(
    value => value.ToJsonString(Json.Options),
    stored => JsonNode.Parse(stored, null, default)!.AsObject());

internal sealed class StoredJsonComparer() : ValueComparer<JsonObject>(
    (one, other) => JsonNode.DeepEquals(one, other),
    value => value.ToJsonString(Json.Options).GetHashCode(StringComparison.Ordinal),
    value => value.DeepClone().AsObject());
