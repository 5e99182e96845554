using Triage.Service.Tests.Support;

[assembly: AssemblyFixture(typeof(PostgresServer))]
