#!/usr/bin/env bash
# Runs every test and prints "N passed, N failed, N skipped" last.
# As root on Debian it installs the servers that some tests need; --no-install prevents that.
# Elsewhere, or without them, those tests are skipped visibly. In CI (CI=true) a skip is a failure, unless the test needs
# material that is not part of the project; its reason then begins with "Not part of the project:".
# What fails is run again once, alone: beside browsers and killed processes a machine may be too slow for a test's patience.
# Both are told; only what fails twice counts as failed.
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
mkdir "$results/first" "$results/again"
run() { dotnet run --no-build --project "$1" -- -trx "$2" -noLogo "${@:3}"; }
failed_in() { grep -ho '<UnitTestResult testName="[^"]*" outcome="Failed"' "$@" 2>/dev/null | sed 's/^[^"]*"//; s/" outcome.*//'; }

dotnet build Triage.sln -v quiet -nologo || { echo "0 passed, 1 failed"; exit 1; }
status=0
for project in tests/*/*.csproj; do
  name=$(basename "$project" .csproj)
  run "$project" "$results/first/$name.trx" && continue
  mapfile -t methods < <(failed_in "$results/first/$name.trx" | sed 's/(.*//' | sort -u)
  # Nothing named: the run itself broke off. Many: it is no matter of patience.
  if [ ${#methods[@]} -eq 0 ] || [ ${#methods[@]} -gt 10 ]; then status=1; continue; fi
  echo "Once more, alone: ${methods[*]}"
  filter=()
  for method in "${methods[@]}"; do filter+=(-method "$method"); done
  run "$project" "$results/again/$name.trx" "${filter[@]}" || status=1
  # As many as failed must have run again: a filter that finds nothing is no success.
  [ "$(grep -c '<UnitTestResult [^>]*outcome="Passed"' <(sed 's/<UnitTestResult/\n&/g' "$results/again/$name.trx"))" -ge "$(failed_in "$results/first/$name.trx" | wc -l)" ] || status=1
done

counts=$(grep -ho '<Counters [^>]*>' "$results"/first/*.trx || true)
sum() { grep -o "$1=\"[0-9]*\"" <<<"$counts" | grep -o '[0-9]*' | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(sum passed) total=$(sum total)
late=$(failed_in "$results"/first/*.trx | wc -l)
skipped=$(( total - passed - late ))
if [ $status -eq 0 ]; then
  passed=$(( passed + late )) failed=0
  failed_in "$results"/first/*.trx | sed 's/^/Passed only when run again, alone: /'
else
  failed=$late
  failed_in "$results"/first/*.trx | sed 's/^/Failed: /'
fi
[ -n "$counts" ] || { status=1; failed=1; }
[ $status -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
foreign=$(cat "$results"/first/*.trx | grep -o '<Output><StdOut>Not part of the project:' | wc -l)
if [ "${CI:-}" = true ] && [ "$skipped" -gt "$foreign" ]; then
  echo "In CI nothing may be skipped but for material that is not part of the project."
  status=1
fi
echo "$passed passed, $failed failed, $skipped skipped"
exit $status
