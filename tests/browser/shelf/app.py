"""The app with the tests' own presets on its shelf beside the shipped ones."""

import shutil
import sys
from pathlib import Path
from tempfile import mkdtemp

import streamlit as st

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from model import presets  # noqa: E402  (found from here only once the root is known)
from ui.look import ROUTES  # noqa: E402

shelf = Path(mkdtemp()) / "presets"
shutil.copytree(presets.FOLDER, shelf)
shutil.copytree(ROOT / "tests/presets", shelf, dirs_exist_ok=True)
presets.FOLDER = shelf

app = st.App(ROOT / "ui/main.py", routes=ROUTES)
