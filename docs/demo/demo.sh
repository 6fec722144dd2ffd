#!/bin/sh
# What `make demo` shows: a post becomes data, and a copy of it with planted faults is checked.
set -eu
export PYTHONUTF8=1
bin=.venv-demo/bin
post=examples/transformation-beyond-digital.md
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

echo "1. A post becomes data: $post -> event.json"
echo
"$bin/eventnotes" convert "$post" --output "$folder/event.json"
"$bin/python" - "$folder/event.json" <<'PYTHON'
import json, sys
event = json.load(open(sys.argv[1], encoding="utf-8"))
last = event["sessions"][-1]
print("The last of its", len(event["sessions"]), "sessions, without the narrative and the lessons:")
print(json.dumps({key: last[key] for key in last if key not in ("notes", "lessons")}, indent=2, ensure_ascii=False))
PYTHON

echo
echo "2. Four faults are planted in a copy: a misspelt key, two misspelt names, a step left out"
echo
sed -e 's/^  organizers:/  organisers:/' \
    -e 's/(Connell):\*\* A digital/(Conell):** A digital/' \
    -e 's/(via McCourt)/(via McCort)/' \
    -e '/^4\. Transform your services$/d' "$post" > "$folder/faulty.md"
diff "$post" "$folder/faulty.md" || true

echo
echo "3. eventnotes check finds them, and the date that the post never gave"
echo
(cd "$folder" && "$OLDPWD/$bin/eventnotes" check faulty.md) || echo "exit code $?"
