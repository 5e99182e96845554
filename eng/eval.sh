#!/usr/bin/env bash
# Runs Triage.Evaluation with the given arguments; builds it (Release) when sources changed.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
program="$root/src/Triage.Evaluation/bin/Release/net10.0/Triage.Evaluation.dll"
stamp="$root/var/evaluation-built"
changed() {
  [[ ! -f "$program" || ! -f "$stamp" ]] && return 0
  [[ -n "$(find "$root/src/Triage.Models" "$root/src/Triage.Evaluation" "$root"/Directory.* \
    \( -name bin -o -name obj \) -prune -o -type f -newer "$stamp" -print -quit)" ]]
}
if changed; then
  mkdir -p "$root/var"
  next="$(mktemp "$root/var/evaluation-built.XXXXXX")"
  if ! log="$(dotnet build "$root/src/Triage.Evaluation" -c Release -v q --nologo 2>&1)"; then
    rm -f "$next"
    echo "$log" >&2
    exit 1
  fi
  mv "$next" "$stamp"
fi
exec dotnet "$program" "$@"
