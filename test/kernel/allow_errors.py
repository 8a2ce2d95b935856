"""Executes a notebook with nbclient: python allow_errors.py IN OUT [--allow-errors]."""

import sys

import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=120, kernel_name="tslab", allow_errors="--allow-errors" in sys.argv).execute()
nbformat.write(notebook, sys.argv[2])
