#!/usr/bin/env bash
# Rebuilds catalog/calendar/china-2004-2026.json from the npm package chinese-days (MIT).
# usage: tools/calendar/refresh.sh [version]     needs npm, tar and python3
set -eu
version=${1:-1.5.7}
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cd "$folder"
npm pack --silent "chinese-days@$version" > /dev/null
tar xzf "chinese-days-$version.tgz"
python3 "$here/convert.py" package "$version" "$here/../../catalog/calendar"
