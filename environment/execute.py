"""Executes a notebook with the kernel of this virtual environment and writes what came out.

    python environment/execute.py IN.ipynb OUT.ipynb [--kernel NAME] [--timeout SECONDS] [--allow-errors] [--json]

The working folder is that of IN. Cells tagged `raises-exception` may fail. Exit code 0: it ran through.
"""

import argparse
import json
import os
import re
import sys
import time
from pathlib import Path

# A kernelspec of the same name in the user's home must not win over ours.
os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"

import nbformat  # noqa: E402
from nbclient import NotebookClient  # noqa: E402
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError  # noqa: E402
from jupyter_client.kernelspec import NoSuchKernel  # noqa: E402

COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def arguments():
    parser = argparse.ArgumentParser(description="Executes a notebook and writes what came out.")
    parser.add_argument("notebook", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--kernel", default="tslab", help="name of the kernelspec (tslab)")
    parser.add_argument("--timeout", type=float, default=300, help="seconds for one cell (300)")
    parser.add_argument("--allow-errors", action="store_true", help="go on after a failing cell; exit 0")
    parser.add_argument("--json", action="store_true", help="print a summary as one line of JSON")
    return parser.parse_args()


def errors_in(notebook):
    """The first error of each cell that was not meant to fail: (index, ename, evalue)."""
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type != "code" or "raises-exception" in cell.metadata.get("tags", []):
            continue
        for output in cell.outputs:
            if output.output_type == "error":
                yield index, output.ename, COLOURS.sub("", output.evalue).strip()
                break


def execute(notebook, options):
    """Runs the cells; returns a sentence where the run itself, not a cell's code, came to an end."""
    client = NotebookClient(
        notebook,
        kernel_name=options.kernel,
        timeout=options.timeout,
        # A busy machine takes its time to start a kernel; whether it died in the meantime is seen at once.
        startup_timeout=300,
        allow_errors=options.allow_errors,
        resources={"metadata": {"path": str(options.notebook.resolve().parent)}},
    )
    try:
        client.execute()
    except CellExecutionError:
        return None
    except CellTimeoutError:
        return f"a cell took longer than {options.timeout:g} s: give more with --timeout"
    except DeadKernelError:
        return "the kernel died: run `npm run doctor`"
    except NoSuchKernel:
        return f"there is no kernel named {options.kernel}: run `npm start` once, which registers it"
    except RuntimeError as error:
        return f"the kernel did not start ({error}): run `npm run doctor`"
    return None


def main():
    options = arguments()
    try:
        notebook = nbformat.read(options.notebook, as_version=4)
    except FileNotFoundError:
        sys.exit(f"{options.notebook} is not there: check the name")
    except (nbformat.reader.NotJSONError, nbformat.ValidationError):
        sys.exit(f"{options.notebook} is not a notebook: open it in JupyterLab and save it again")
    began = time.monotonic()
    ended = execute(notebook, options)
    seconds = time.monotonic() - began
    options.output.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, options.output)
    errors = list(errors_in(notebook))
    name = options.notebook.name
    failures = [f"{name}, cell {index + 1}: {ename}: {evalue}" for index, ename, evalue in errors]
    if ended:
        failures.append(f"{name}: {ended}")
    for failure in failures:
        print(failure, file=sys.stderr)
    if options.json:
        cells = [{"cell": index, "ename": ename, "evalue": evalue} for index, ename, evalue in errors]
        summary = {"notebook": name, "seconds": round(seconds, 3), "failures": failures, "errors": cells}
        print(json.dumps({**summary, "ended": bool(ended)}))
    sys.exit(1 if ended or (failures and not options.allow_errors) else 0)


if __name__ == "__main__":
    main()
