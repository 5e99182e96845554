#!/usr/bin/env bash
# Builds src/Triage.Service/wwwroot/assets/{kern.css,fonts} anew from npm: ./eng/vendor-kern.sh
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
assets=$root/src/Triage.Service/wwwroot/assets
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$assets/fonts"
cd "$work"
cp "$root/eng/kern/build.mjs" .
npm install --silent --no-audit --no-fund --ignore-scripts \
  @kern-ux/native@2.7.2 sass@1.108.2 subset-font@2.9.0 @fontsource/fira-sans@5.3.0
node build.mjs "$root/eng/kern/kern.scss" "$assets"
cp node_modules/@kern-ux/native/LICENSE.md "$assets/KERN-LICENSE.md"
# The package has the fonts without their licence's text; the copyright line is the fonts' own.
{
  printf '%s\n%s\n' 'Digitized data copyright (c) 2012-2015, The Mozilla Foundation and Telefonica S.A.' 'with Reserved Font Name "Fira".'
  tail -n +2 node_modules/@fontsource/fira-sans/LICENSE
} > "$assets/fonts/OFL.txt"
ls -l "$assets" "$assets/fonts"
