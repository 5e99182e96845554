#!/usr/bin/env bash
# Starts Triage on http://localhost:5080 with the demo town, an SQLite file under var/ and the sample mailbox.
# Further arguments are settings: ./eng/run.sh --Urls=http://localhost:8080
set -euo pipefail
cd "$(dirname "$0")/.."
command -v dotnet >/dev/null || { echo "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download" >&2; exit 1; }

# Built only when something changed, so that a second start takes seconds.
program=src/Triage.Service/bin/Release/net10.0/Triage.Service.dll
if [ ! -f "$program" ] || [ -n "$(find src/Triage.Service src/Triage.Models Directory.Packages.props -newer "$program" \
    \( -name '*.cs' -o -name '*.razor' -o -name '*.csproj' -o -name '*.props' -o -name '*.css' -o -name '*.js' -o -name '*.md' -o -name '*.json' \) \
    -not -path '*/bin/*' -not -path '*/obj/*' -print -quit)" ]; then
  echo "Building …"
  # Analyzers are for those who change the code (./eng/test.sh).
  dotnet build src/Triage.Service -c Release -v quiet -nologo -p:RunAnalyzers=false
  touch "$program"
fi

echo "Triage runs on http://localhost:5080 (citizens) and http://localhost:5080/anmelden (staff). Stop with Ctrl+C."
exec dotnet "$program" --Demo:Enabled=true --Storage:Folder="$PWD/var" --Intake:MailFolder="$PWD/data/mailbox" "$@"
