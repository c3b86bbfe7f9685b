"""The benchmark: `make bench`, or `python -m bench` in the project's folder.

It measures the speed of citations, ours against two others, in one process on one core:

- `texts` makes what is read: Chinese from our own pages, English from invented sentences
- `contenders` are the three that read it: our tool, a plain pattern, and eyecite on English
- `measure` lets them take turns, and takes the median, the least and the most
- `site` times the commands that people wait for
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "hooks"))
