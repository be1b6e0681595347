"""Bring the catalogues of output/languages/ up to date: xx.po with the sources, xx.mo with xx.po.

python tools/build_words.py             # new sentences come in untranslated, old ones go
python tools/build_words.py --missing   # what has no translation yet; ends with 1 if there is any

What is the same in every language, places alone or a command as it is typed, is in no catalogue.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from capexcalc.output.languages import LANGUAGES
from templates import SOURCES, found, is_language

HERE = SOURCES / "output" / "languages"

# A catalogue that says when it was made would be another each time.
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)


def template_catalogue() -> Catalog:
    """Every sentence to be translated, in the order of the sources."""
    catalogue = Catalog()
    sentences, faults = found()
    if faults:
        raise SystemExit("\n".join(f"{each.path}:{each.line}: no sentence: {each.code}" for each in faults))
    for each in sentences:
        if is_language(each.text):
            where = [(str(each.path.relative_to(SOURCES)), 0)]
            catalogue.add((each.text, each.many) if each.many else each.text, locations=where)
    return catalogue


def catalogue_of(language: str) -> Catalog:
    path = HERE / f"{language}.po"
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def missing(catalogue: Catalog) -> Iterator[Message]:
    for message in catalogue:
        if message.id and not all(message.string if isinstance(message.string, tuple) else (message.string,)):
            yield message


def main(arguments: list[str]) -> int:
    template = template_catalogue()
    lacking = 0
    for language in LANGUAGES:
        if language == "en":
            continue
        catalogue = catalogue_of(language)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        for message in missing(catalogue):
            lacking += 1
            if arguments:
                print(f"{language}: {message.id}")
        if not arguments:
            (HERE / f"{language}.po").write_bytes(po(catalogue))
            (HERE / f"{language}.mo").write_bytes(mo(catalogue))
    print(f"{lacking} sentences without a translation", file=sys.stderr)
    return int(bool(arguments and lacking))


def po(catalogue: Catalog) -> bytes:
    """The file translators work on; without dates and line numbers, which would change with every line."""
    buffer = BytesIO()
    catalogue.fuzzy = False
    write_po(buffer, catalogue, width=100, omit_header=True, include_lineno=False, sort_output=False)
    header = (
        'msgid ""\nmsgstr ""\n'
        f'"Language: {catalogue.locale_identifier}\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    )
    return header.encode() + buffer.getvalue()


def mo(catalogue: Catalog) -> bytes:
    """What gettext reads."""
    buffer = BytesIO()
    catalogue.creation_date = catalogue.revision_date = _NO_DAY
    write_mo(buffer, catalogue)
    return buffer.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
