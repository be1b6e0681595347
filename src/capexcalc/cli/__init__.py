"""The command line: options in, exit codes out.

Files with what Typer calls, commands, callbacks and completions, do not put off their annotations (``from
__future__``): it reads those of a command at every start, and would have to evaluate each from its text.
"""
