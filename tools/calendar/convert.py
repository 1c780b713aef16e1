"""Joins the yearly files of chinese-days into one file of ours: days off and make-up days with the Chinese name of the holiday."""
import json
import pathlib
import shutil
import sys

package, version, target = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])


def days(source):
    # "Spring Festival,春节,4" -> 春节
    return {day: text.split(",")[1] for day, text in sorted(source.items())}


years = {}
for file in sorted((package / "dist" / "years").glob("*.json")):
    year = json.loads(file.read_text(encoding="utf-8"))
    years[file.stem] = {"holidays": days(year["holidays"]), "workdays": days(year["workdays"])}

first, last = min(years), max(years)
out = target / f"china-{first}-{last}.json"
out.write_text(
    json.dumps({"source": f"chinese-days {version}, MIT", "years": years}, ensure_ascii=False, indent=1) + "\n",
    encoding="utf-8",
)
shutil.copyfile(package / "LICENSE", target / f"china-{first}-{last}.LICENSE.txt")
print(out.name, len(years), "years")
