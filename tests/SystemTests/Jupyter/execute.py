"""Runs a notebook by nbclient: execute.py NOTEBOOK FOLDER KERNEL OUT"""
import sys

import nbformat
from nbclient import NotebookClient

path, folder, kernel, out = sys.argv[1:]
notebook = nbformat.read(path, as_version=4)
NotebookClient(notebook, timeout=120, kernel_name=kernel, resources={"metadata": {"path": folder}}).execute()
nbformat.validate(notebook)
nbformat.write(notebook, out)
