using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Triage.Service.Storage;

/// <summary>Instants are stored as UTC microseconds since 1970: SQLite and PostgreSQL then order and compare them alike.</summary>
internal sealed class MicrosecondConverter() : ValueConverter<DateTimeOffset, long>(
    instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
    stored => new DateTimeOffset(DateTimeOffset.UnixEpoch.Ticks + (stored * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero));
