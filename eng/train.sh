#!/usr/bin/env bash
# Makes data/models/router from data/inquiries/train.jsonl; further arguments go to the train command (--seed 1).
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"
exec "$root/eng/eval.sh" train --data data/inquiries/train.jsonl --out data/models/router "$@"
