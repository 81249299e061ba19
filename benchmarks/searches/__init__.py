"""Parts of `search.py`: what is searched, by whom, and what is measured.

`prose` texts, `ours` / `theme` / `pagefind` the three searches, `sites` the folders they are in;
`weight`, `substrings`, `cost` what is measured, `tables` how it is shown.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# The browser and the server are those of `audit/`, which is no installed package.
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))
