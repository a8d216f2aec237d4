"""What the page has loaded besides itself."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ALL_VIEWS = """
import sys
from streamlit.testing.v1 import AppTest
from ui.views import VIEWS

for view in VIEWS:
    page = AppTest.from_file("{root}/ui/main.py", default_timeout=60)
    page.query_params["view"] = view
    assert not page.run().exception
print(sorted({{"pandas", "pyarrow"}} & set(sys.modules)))
"""


def test_no_view_has_streamlit_load_what_it_reads_data_frames_with():
    script = ALL_VIEWS.format(root=ROOT)
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=110)
    assert done.stdout == "[]\n", done.stderr
