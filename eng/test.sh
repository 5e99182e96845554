#!/usr/bin/env bash
# Runs every test and prints "N passed, N failed, N skipped" last.
# As root on Debian it installs the servers that some tests need; --no-install prevents that.
# Elsewhere, or without them, those tests are skipped visibly. In CI (CI=true) a skip is a failure, unless the test needs
# material that is not part of the project; its reason then begins with "Not part of the project:".
set -uo pipefail
cd "$(dirname "$0")/.."
install=yes
[ "${1:-}" = "--no-install" ] && install=no

missing=()
[ -x /usr/bin/chromium ] || missing+=(chromium)
ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing+=(postgresql)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$install" = yes ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing from Debian's packages, for the tests that need them: ${missing[*]}"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  else
    echo "Not installed: ${missing[*]}. Tests in a browser need chromium, tests on PostgreSQL need postgresql; they are skipped."
  fi
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
dotnet build Triage.sln -v quiet -nologo || { echo "0 passed, 1 failed"; exit 1; }
status=0
for project in tests/*/*.csproj; do
  name=$(basename "$project" .csproj)
  dotnet run --no-build --project "$project" -- -trx "$results/$name.trx" -noLogo || status=1
done

counts=$(grep -ho '<Counters [^>]*>' "$results"/*.trx || true)
sum() { grep -o "$1=\"[0-9]*\"" <<<"$counts" | grep -o '[0-9]*' | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(sum passed) failed=$(sum failed) total=$(sum total)
skipped=$(( ${total:-0} - ${passed:-0} - ${failed:-0} ))
[ "${failed:-1}" = 0 ] || status=1
[ -n "$counts" ] || status=1
foreign=$(cat "$results"/*.trx | grep -o '<Output><StdOut>Not part of the project:' | wc -l)
if [ "${CI:-}" = true ] && [ "$skipped" -gt "$foreign" ]; then
  echo "In CI nothing may be skipped but for material that is not part of the project."
  status=1
fi
echo "${passed:-0} passed, ${failed:-1} failed, $skipped skipped"
exit $status
