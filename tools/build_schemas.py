"""Write the JSON Schema files that ship with the package, from the result types.

Run after a change of a result type: python tools/build_schemas.py
"""

from __future__ import annotations

from pathlib import Path

from capexcalc.output.schema import generated

SCHEMAS = Path(__file__).parents[1] / "src" / "capexcalc" / "output" / "schemas"


def main() -> None:
    SCHEMAS.mkdir(exist_ok=True)
    for name, text in generated().items():
        (SCHEMAS / f"{name}.json").write_text(text, encoding="utf-8")
        print(f"wrote {name}.json")


if __name__ == "__main__":
    main()
