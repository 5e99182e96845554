#!/usr/bin/env bash
# Adds the migration NAME for SQLite and PostgreSQL: ./eng/migrate.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?usage: ./eng/migrate.sh NAME}
dotnet tool restore >/dev/null
dotnet build -v q src/Triage.Service
for provider in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build --project src/Triage.Service \
    --context "${provider}TriageDbContext" --output-dir "Storage/Migrations/$provider"
done
