"""Arrow's functions by name.

The methods of arrays do the same, and so does ``pyarrow.compute``, which both load: a function of Python for
each of hundreds, with a text to explain it, takes as long as all other modules of ours together.
"""

from __future__ import annotations

from functools import cache
from typing import Any

_OPTIONS = {
    "binary_join_element_wise": "JoinOptions",
    "cast": "CastOptions",
    "dictionary_encode": "DictionaryEncodeOptions",
    "extract_regex": "ExtractRegexOptions",
    "index_in": "SetLookupOptions",
    "match_substring_regex": "MatchSubstringOptions",
    "replace_substring": "ReplaceSubstringOptions",
    "replace_substring_regex": "ReplaceSubstringOptions",
    "struct_field": "StructFieldOptions",
    "utf8_slice_codeunits": "SliceOptions",
}


def call(name: str, *given: Any, **options: Any) -> Any:
    """What the function ``name`` makes of arrays and scalars."""
    library = _library()
    made = getattr(library, _OPTIONS[name])(**options) if options else None
    return library.call_function(name, given, made)


@cache
def _library() -> Any:
    try:
        from pyarrow import _compute as library
    except ImportError:  # as it may be called some day
        from pyarrow import compute as library
    return library
