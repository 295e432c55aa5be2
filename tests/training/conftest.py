import importlib.util
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
NEEDED = ("torch", "tokenizers", "onnxruntime")
# Without the extra 'train' these tests can't even be imported.
collect_ignore_glob = [] if all(importlib.util.find_spec(name) for name in NEEDED) else ["test_*.py"]
